import { selectionParameters } from '@/lib/interface';
import { explainQuery } from '@/lib/store';
import { parameters, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/explain', () =>
    explainQuery(parameters(request, selectionParameters), request.signal),
  );
}
