import { readEvent } from '@/lib/store';
import { type IdContext, respond } from '../../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: IdContext): Promise<Response> {
  return respond(async () => readEvent((await params).id, request.signal));
}
