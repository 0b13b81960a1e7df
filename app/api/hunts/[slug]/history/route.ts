import { readHuntHistory } from '@/lib/store';
import { respond } from '../../../respond';
import type { SlugContext } from '../../hunt-request';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: SlugContext): Promise<Response> {
  return respond(request, 'GET /api/hunts/{slug}/history', async () =>
    readHuntHistory((await params).slug, request.signal),
  );
}
