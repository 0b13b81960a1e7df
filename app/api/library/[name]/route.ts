import { readReadyHunt } from '@/lib/store';
import { respond } from '../../respond';

export const dynamic = 'force-dynamic';

interface NameContext {
  params: Promise<{ name: string }>;
}

export function GET(request: Request, { params }: NameContext): Promise<Response> {
  return respond(request, 'GET /api/library/{name}', async () => readReadyHunt((await params).name, request.signal));
}
