import { timelineParameters } from '@/lib/interface';
import { readTimeline } from '@/lib/store';
import { parameters, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/timeline', () =>
    readTimeline(parameters(request, timelineParameters), request.signal),
  );
}
