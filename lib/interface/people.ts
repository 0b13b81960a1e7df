import { z } from 'zod';
import { personEmail, personName, role } from './access';

export const newPerson = z.object({ name: personName, email: personEmail, role });
export type NewPerson = z.output<typeof newPerson>;

export const personPatch = z.object({ role });

export const personAnswer = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  createdAt: z.string(),
  /** Whether they can sign in: an invitation was followed, or they came from elsewhere. */
  active: z.boolean(),
  lastSeenAt: z.string().nullable(),
});
export type PersonAnswer = z.infer<typeof personAnswer>;
export const peopleAnswer = z.object({ people: z.array(personAnswer) });

/** A link with which the person sets a password, once; it is told this once. */
export const linkAnswer = z.object({ path: z.string(), expiresAt: z.string() });
export type LinkAnswer = z.infer<typeof linkAnswer>;
export const newPersonAnswer = personAnswer.extend({ link: linkAnswer });
