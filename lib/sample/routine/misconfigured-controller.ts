import { accountOf, clientGo } from '../cluster';
import { HOUR, MINUTE } from '../week';
import { writeAudit, writeKlog } from '../writers';
import type { Routine } from './routine';

const EVERY = 15 * MINUTE;

/** A controller that was never given the rights it asks for; it tries again every quarter of an hour, all week. */
export const misconfiguredController: Routine = {
  name: 'misconfigured-controller',
  hour(scene, from) {
    const { cluster, random } = scene;
    for (let at = from + 40_000_000; at < from + HOUR; at += EVERY) {
      const pod = cluster.pod('janitor', at, random);
      const caller = accountOf(pod, clientGo('pvc-janitor', 'v0.6.1'));
      writeAudit(scene, {
        at,
        caller,
        verb: 'list',
        resource: 'persistentvolumeclaims',
        query: 'limit=500',
        status: 403,
      });
      writeKlog(
        scene,
        pod,
        at + 20_000,
        'E',
        'reflector.go:166',
        `"Unhandled Error" err="k8s.io/client-go/informers/factory.go:160: Failed to watch *v1.PersistentVolumeClaim: failed to list *v1.PersistentVolumeClaim: persistentvolumeclaims is forbidden: User \\"${caller.user}\\" cannot list resource \\"persistentvolumeclaims\\" in API group \\"\\" at the cluster scope"`,
      );
    }
  },
};
