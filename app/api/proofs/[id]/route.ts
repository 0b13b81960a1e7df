import { compareProof } from '@/lib/store';
import { type IdContext, respond } from '../../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'GET /api/proofs/{id}', async () => compareProof((await params).id, request.signal));
}
