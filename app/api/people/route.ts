import { addPerson, listPeople, makeLink } from '@/lib/auth';
import { newPerson } from '@/lib/interface';
import { body, json, respond } from '../respond';
import { needAccounts } from './need-accounts';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/people', async () => ({ people: await listPeople() }));
}

/** Adds somebody and makes the link with which they set their password. */
export function POST(request: Request): Promise<Response> {
  return respond(request, 'POST /api/people', async (_principal, nameSubject) => {
    needAccounts();
    const asked = await body(request, newPerson);
    nameSubject(`${asked.email} as ${asked.role}`);
    const person = await addPerson(asked);
    return json(201, { ...person, link: await makeLink(person.id) });
  });
}
