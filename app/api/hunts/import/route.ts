import { exportedHunt } from '@/lib/interface';
import { importHunt } from '@/lib/store';
import { body, created, respond } from '../../respond';
import { authorOf, HUNT_FILE_BYTES } from '../hunt-request';

export const dynamic = 'force-dynamic';

/** The body is an exported hunt. */
export function POST(request: Request): Promise<Response> {
  return respond(request, 'POST /api/hunts/import', async (principal, nameSubject) => {
    const file = await body(request, exportedHunt, HUNT_FILE_BYTES);
    nameSubject(file.hunt.title);
    const hunt = await importHunt(file, authorOf(principal), request.signal);
    return created(`/api/hunts/${hunt.slug}`, hunt);
  });
}
