import { everyNth } from '../scene';
import { HOUR, MINUTE } from '../week';
import { writeAudit } from '../writers';
import type { Routine } from './routine';

const EVERY = 5 * MINUTE;

/** The load balancer before the API server asks whether it is ready, and says to nobody who it is. */
export const balancerChecks: Routine = {
  name: 'balancer-checks',
  hour(scene, from) {
    const { cluster, random } = scene;
    const caller = {
      user: 'system:anonymous',
      groups: ['system:unauthenticated'],
      agent: 'ELB-HealthChecker/2.0',
      ip: cluster.bastion.replace(/\d+$/, '9'),
      grant:
        'RBAC: allowed by ClusterRoleBinding "system:public-info-viewer" of ClusterRole "system:public-info-viewer" to Group "system:unauthenticated"',
    };
    for (let at = from + 33_000_000, index = 0; at < from + HOUR; at += EVERY, index += 1) {
      if (everyNth(scene, index))
        writeAudit(scene, { at: at + random.below(900_000), caller, verb: 'get', address: '/readyz', tookMs: 2 });
    }
  },
};
