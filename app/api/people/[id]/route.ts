import { changeRole, removePerson } from '@/lib/auth';
import { personPatch } from '@/lib/interface';
import { body, type IdContext, respond } from '../../respond';
import { needAccounts } from '../need-accounts';

export const dynamic = 'force-dynamic';

export function PATCH(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'PATCH /api/people/{id}', async (_principal, nameSubject) => {
    needAccounts();
    const { role } = await body(request, personPatch);
    nameSubject(`${await changeRole((await params).id, role)} to ${role}`);
    return { done: true };
  });
}

export function DELETE(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'DELETE /api/people/{id}', async (_principal, nameSubject) => {
    needAccounts();
    nameSubject(await removePerson((await params).id));
    return { done: true };
  });
}
