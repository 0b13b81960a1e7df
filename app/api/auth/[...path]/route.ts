import { answerSingleSignOn } from '@/lib/auth';
import { respond } from '../../respond';

export const dynamic = 'force-dynamic';

/** Back from the provider. */
export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/auth/{path}', () => answerSingleSignOn(request));
}

/** Off to the provider. */
export function POST(request: Request): Promise<Response> {
  return respond(request, 'POST /api/auth/{path}', () => answerSingleSignOn(request));
}
