import { expect, it } from 'vitest';
import type { Principal } from './principal';
import { refuseDeletion } from './refuse-deletion';

const person = (id: string, role: 'viewer' | 'hunter' | 'administrator'): Principal => ({
  ...{ kind: 'person', id, name: id, email: `${id}@example.org`, role, sessionId: 's' },
});
const claims = { createdById: 'ann', owner: 'bob (bob@example.org)', ownerById: 'ann' };

it.each<[string, Principal, typeof claims, boolean]>([
  ['whoever made it', person('ann', 'hunter'), claims, true],
  ['its owner', person('bob', 'hunter'), claims, true],
  ['an administrator', person('ada', 'administrator'), claims, true],
  ['whoever is at this machine', { kind: 'local' }, claims, true],
  ['another hunter', person('eve', 'hunter'), claims, false],
  ['who made themselves the owner', person('bob', 'hunter'), { ...claims, ownerById: 'bob' }, false],
  ['who is only called like the owner', person('bob', 'hunter'), { ...claims, owner: 'bob' }, false],
])('%s', (_who, principal, whose, may) => {
  const refused = expect(() => refuseDeletion(principal, whose));
  if (may) refused.not.toThrow();
  else refused.toThrow(/only whoever made a hunt, its owner or an administrator/);
});
