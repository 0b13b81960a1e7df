import { emailOf, makeLink } from '@/lib/auth';
import { type IdContext, json, respond } from '../../../respond';
import { needAccounts } from '../../need-accounts';

export const dynamic = 'force-dynamic';

/** A new link for somebody who lost the first one or forgot their password. */
export function POST(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'POST /api/people/{id}/link', async (_principal, nameSubject) => {
    needAccounts();
    const { id } = await params;
    nameSubject(await emailOf(id));
    return json(201, await makeLink(id));
  });
}
