import { nameOf } from '@/lib/auth';
import { selectionParameters } from '@/lib/interface';
import { prove } from '@/lib/store';
import { body, json, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function POST(request: Request): Promise<Response> {
  return respond(request, 'POST /api/proofs', async (principal) =>
    json(201, await prove(await body(request, selectionParameters), nameOf(principal), request.signal)),
  );
}
