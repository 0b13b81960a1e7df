import { readStory } from '@/lib/store';
import { type IdContext, respond } from '../../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'GET /api/stories/{id}', async () => readStory((await params).id, request.signal));
}
