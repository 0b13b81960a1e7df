import { loadableTruth, loadSample } from '@/lib/ingest';
import { json, respond } from '../respond';

export const dynamic = 'force-dynamic';

/** What there is to be found in the sample: the answers, for whoever hunted in it. */
export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/sample', async () => loadableTruth());
}

/** Loads the sample incident as a source; where it is there already, nothing is added. */
export function POST(request: Request): Promise<Response> {
  return respond(request, 'POST /api/sample', async (_principal, nameSubject) => {
    const source = await loadSample();
    nameSubject(source.name);
    return json(202, source);
  });
}
