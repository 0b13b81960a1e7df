import { pinsParameters } from '@/lib/interface';
import { readPins } from '@/lib/store';
import { parameters, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/pins', () => readPins(parameters(request, pinsParameters), request.signal));
}
