import { selectionParameters } from '@/lib/interface';
import { countEvents } from '@/lib/store';
import { parameters, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/count', () =>
    countEvents(parameters(request, selectionParameters), request.signal),
  );
}
