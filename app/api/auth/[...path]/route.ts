import { answerSingleSignOn } from '@/lib/auth';
import { respond } from '../../respond';

export const dynamic = 'force-dynamic';

/** Back from the provider. */
export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/auth/{path}', async (_principal, nameSubject) => {
    const answer = await answerSingleSignOn(request);
    // It always leads somewhere; where it failed, that says so.
    const failed = /[?&]error=/.test(answer.headers.get('location') ?? '');
    nameSubject(failed ? 'not let in' : 'let in');
    return answer;
  });
}

/** Off to the provider. */
export function POST(request: Request): Promise<Response> {
  return respond(request, 'POST /api/auth/{path}', () => answerSingleSignOn(request));
}
