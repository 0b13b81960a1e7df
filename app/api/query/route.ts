import { selectionParameters } from '@/lib/interface';
import { readQuery } from '@/lib/store';
import { parameters, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/query', () => readQuery(parameters(request, selectionParameters), request.signal));
}
