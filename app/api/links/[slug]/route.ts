import { readLink } from '@/lib/store';
import { respond } from '../../respond';

export const dynamic = 'force-dynamic';

interface SlugContext {
  readonly params: Promise<{ readonly slug: string }>;
}

export function GET(request: Request, { params }: SlugContext): Promise<Response> {
  return respond(request, 'GET /api/links/{slug}', async () => readLink((await params).slug, request.signal));
}
