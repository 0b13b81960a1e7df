import { cancelSource } from '@/lib/store';
import { type IdContext, respond } from '../../../respond';

export const dynamic = 'force-dynamic';

export function POST(_request: Request, { params }: IdContext): Promise<Response> {
  return respond(async () => cancelSource((await params).id));
}
