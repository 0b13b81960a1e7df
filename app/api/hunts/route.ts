import { huntsParameters, newHunt } from '@/lib/interface';
import { createHunt, readHunts } from '@/lib/store';
import { body, created, parameters, respond } from '../respond';
import { authorOf, HUNT_BODY_BYTES } from './hunt-request';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/hunts', () => readHunts(parameters(request, huntsParameters), request.signal));
}

export function POST(request: Request): Promise<Response> {
  return respond(request, 'POST /api/hunts', async (principal, nameSubject) => {
    const asked = await body(request, newHunt, HUNT_BODY_BYTES);
    nameSubject(asked.title);
    const hunt = await createHunt(asked, authorOf(principal), request.signal);
    return created(`/api/hunts/${hunt.slug}`, hunt);
  });
}
