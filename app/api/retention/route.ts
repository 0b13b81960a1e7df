import { retentionRule } from '@/lib/interface';
import { changeRetention, readRetention } from '@/lib/store';
import { body, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/retention', () => readRetention(request.signal));
}

/** Answers with the rule as it is now; what is due by it goes soon after. */
export function PUT(request: Request): Promise<Response> {
  return respond(request, 'PUT /api/retention', async (_principal, nameSubject) => {
    const rule = await body(request, retentionRule);
    nameSubject(
      `${rule.keepDays === null ? 'for ever' : `${rule.keepDays} days from the ${rule.countsFrom}`}, ${
        rule.sizeMax === null ? 'no limit of size' : `at most ${rule.sizeMax} bytes`
      }`,
    );
    await changeRetention(rule);
    return readRetention(request.signal);
  });
}
