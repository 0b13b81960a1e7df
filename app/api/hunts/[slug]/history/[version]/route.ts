import { readHuntVersion } from '@/lib/store';
import { respond } from '../../../../respond';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ readonly slug: string; readonly version: string }>;
}

export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(request, 'GET /api/hunts/{slug}/history/{version}', async () => {
    const { slug, version } = await params;
    return readHuntVersion(slug, version, request.signal);
  });
}
