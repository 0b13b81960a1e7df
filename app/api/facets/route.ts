import { facetsParameters } from '@/lib/interface';
import { readFacets } from '@/lib/store';
import { parameters, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/facets', () => readFacets(parameters(request, facetsParameters), request.signal));
}
