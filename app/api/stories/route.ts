import { storiesParameters } from '@/lib/interface';
import { readStories } from '@/lib/store';
import { parameters, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/stories', () =>
    readStories(parameters(request, storiesParameters), request.signal),
  );
}
