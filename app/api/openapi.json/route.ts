import { respond } from '../respond';
import { describeInterface } from './describe-interface';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/openapi.json', async () => describeInterface());
}
