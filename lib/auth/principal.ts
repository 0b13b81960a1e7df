import type { Access, Permission, Role } from '@/lib/interface';
import { accountsOn } from './accounts-on';
import type { ValidToken } from './tokens';

export interface Person {
  readonly kind: 'person';
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly sessionId: string;
}

/** Who asks: nobody that we know, the one person of a Trackway without accounts, somebody signed in, or a program. */
export type Principal =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'local' }
  | Person
  | { readonly kind: 'token'; readonly token: ValidToken };

const OF_ROLE: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ['read', 'account'],
  hunter: ['read', 'hunt', 'account'],
  administrator: ['read', 'hunt', 'administer', 'account'],
};

/** What somebody may. A token to write to a stream may none of this: only the receivers take it. */
export function permissionsOf(principal: Principal): readonly Permission[] {
  switch (principal.kind) {
    case 'anonymous':
      return [];
    case 'local':
      return ['read', 'hunt', 'administer'];
    case 'person':
      return OF_ROLE[principal.role];
    case 'token':
      return principal.token.scope === 'read' ? ['read'] : [];
  }
}

/** Who asks, in words for the audit trail and for whoever looks at what they made. */
export function nameOf(principal: Principal): string {
  switch (principal.kind) {
    case 'anonymous':
      return 'somebody';
    case 'local':
      return 'whoever is at this machine';
    case 'person':
      return `${principal.name} (${principal.email})`;
    case 'token':
      return `the token ${principal.token.name}`;
  }
}

/** What the pages must know to show only what may be done. */
export function accessOf(principal: Principal): Access {
  const { kind } = principal;
  return {
    accounts: accountsOn(),
    person:
      kind === 'person'
        ? { id: principal.id, name: principal.name, email: principal.email, role: principal.role }
        : null,
    may: [...permissionsOf(principal)],
  };
}
