import type { Role } from '@/lib/interface';
import { pool } from '@/lib/store';
import { setPassword } from './passwords';
import { addPerson } from './people';
import { signInPerson } from './sign-in';

export const TEST_PASSWORD = 'a long walk to the river';

/** Removes everybody, their sessions, links and attempts. Fixture of the database tests. */
export async function clearPeople(): Promise<void> {
  await pool().query(
    'TRUNCATE person, person_session, person_account, password_link, sign_in_attempt, access_token, audit_entry',
  );
}

/** Somebody with a role and `TEST_PASSWORD`. */
export async function insertPerson(role: Role, name: string = role): Promise<{ id: string; email: string }> {
  const { id, email } = await addPerson({ name, email: `${name}@example.org`, role });
  await setPassword(id, TEST_PASSWORD, null);
  return { id, email };
}

/** The headers of a browser in which somebody signed in. */
export async function signedInHeaders(email: string): Promise<Headers> {
  const cookies = await signInPerson({ email, password: TEST_PASSWORD }, new Headers());
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });
}
