import type { ReadRulesAnswer } from '@/lib/interface';
import { checkRules } from '@/lib/store';
import { respond } from '../../respond';
import { rulesOf } from '../rule-request';

export const dynamic = 'force-dynamic';

export function POST(request: Request): Promise<Response> {
  return respond(request, 'POST /api/rules/check', async (): Promise<ReadRulesAnswer> => {
    const { rules, problems, passedOver } = await rulesOf(request);
    return { rules: await checkRules(rules, request.signal), problems: [...problems], passedOver };
  });
}
