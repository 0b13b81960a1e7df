import { Forbidden, SetupNeeded, SignInNeeded } from '@/lib/errors';
import type { Permission } from '@/lib/interface';
import { accountsOn } from './accounts-on';
import { isSetUp } from './administrators';
import { identify } from './identify';
import { type Principal, permissionsOf } from './principal';
import { type OperationName, RULES, type Rule } from './rules';

/**
 * Says who asks, if they may do the operation. The only place that decides; every handler and every page calls it.
 * Throws `SetupNeeded`, `SignInNeeded` or `Forbidden`.
 */
export async function authorize(headers: Headers, operation: OperationName): Promise<Principal> {
  const rule: Rule = RULES[operation];
  if (rule.beforeSetup !== true && accountsOn() && !(await isSetUp())) {
    throw new SetupNeeded('Trackway is not set up yet: open the link that it printed in its terminal');
  }
  if (rule.needs === 'nothing') return identify(headers).catch(nobody);
  return allowed(await identify(headers), rule.needs);
}

/** What is there for everybody is there also for whoever shows a token that is not good. */
function nobody(error: unknown): Principal {
  if (error instanceof SignInNeeded) return { kind: 'anonymous' };
  throw error;
}

function allowed(principal: Principal, needs: Permission): Principal {
  if (permissionsOf(principal).includes(needs)) return principal;
  switch (principal.kind) {
    case 'anonymous':
      throw new SignInNeeded('sign in first, or send a token that may read: "Authorization: Bearer …"');
    case 'token':
      throw new Forbidden(
        principal.token.scope === 'read' ? 'this token may only read' : 'this token may only write to its stream',
      );
    case 'local':
      throw new Forbidden('Trackway runs without accounts here');
    case 'person':
      throw new Forbidden(`a ${principal.role} may not do this; ask an administrator`);
  }
}
