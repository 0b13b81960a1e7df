import { eventsParameters } from '@/lib/interface';
import { readEvents } from '@/lib/store';
import { parameters, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/events', () => readEvents(parameters(request, eventsParameters), request.signal));
}
