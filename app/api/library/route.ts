import { readLibrary } from '@/lib/store';
import { respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/library', () => readLibrary(request.signal));
}
