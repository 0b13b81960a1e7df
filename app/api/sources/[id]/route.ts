import { readSource } from '@/lib/store';
import { respond } from '../../respond';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => readSource((await params).id, request.signal));
}
