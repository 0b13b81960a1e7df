import { ruleTrialParameters } from '@/lib/interface';
import { tryRule } from '@/lib/store';
import { body, type IdContext, respond } from '../../../respond';

export const dynamic = 'force-dynamic';

export function POST(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'POST /api/rules/{id}/trial', async () =>
    tryRule((await params).id, await body(request, ruleTrialParameters), request.signal),
  );
}
