import { checkReadiness } from '@/lib/store';
import { respond } from '../api/respond';

export const dynamic = 'force-dynamic';

/** Says that the database can be reached and has the schema of this version. */
export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /readyz', async () => {
    await checkReadiness(request.signal);
    return { ready: true };
  });
}
