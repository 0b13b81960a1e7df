import { Forbidden } from '@/lib/errors';
import type { HuntClaims } from '@/lib/store';
import { nameOf, type Principal, permissionsOf } from './principal';

/**
 * Throws `Forbidden` unless a hunt may be deleted by whoever asks: an administrator, whoever made it, or its owner, where
 * somebody else made them that. Whoever may hunt may make themselves the owner, which would otherwise be a way around.
 */
export function refuseDeletion(principal: Principal, { createdById, owner, ownerById }: HuntClaims): void {
  if (permissionsOf(principal).includes('administer')) return;
  if (principal.kind === 'person') {
    if (createdById === principal.id) return;
    if (owner === nameOf(principal) && ownerById !== principal.id) return;
  }
  throw new Forbidden('only whoever made a hunt, its owner or an administrator may delete it; archive it instead');
}
