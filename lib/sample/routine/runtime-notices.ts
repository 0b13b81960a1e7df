import { HOUR } from '../week';
import { writeFalco } from '../writers';
import type { Routine } from './routine';

/** What Falco notices although nothing is wrong: packages are brought up to date, an operator asks the API server. */
export const runtimeNotices: Routine = {
  name: 'runtime-notices',
  hour(scene, from) {
    const { cluster, random } = scene;
    const at = from + random.below(HOUR);
    if (random.chance(0.12)) {
      writeFalco(scene, random.of(cluster.nodes), {
        at,
        rule: 'Read sensitive file untrusted',
        priority: 'Warning',
        says: 'Sensitive file opened for reading by non-trusted program (file=/etc/shadow)',
        tags: ['T1555', 'filesystem', 'host', 'maturity_stable', 'mitre_credential_access'],
        pod: null,
        process: {
          name: 'python3',
          exe: '/usr/bin/python3.12',
          command: 'python3 /usr/bin/unattended-upgrade',
          parent: 'systemd',
        },
        user: 'root',
      });
    }
    if (random.chance(0.1)) {
      const pod = cluster.pod('janitor', at, random);
      writeFalco(scene, pod.node, {
        at,
        rule: 'Contact K8S API Server From Container',
        priority: 'Notice',
        says: 'Unexpected connection to K8s API Server from container',
        tags: ['T1565', 'container', 'k8s', 'maturity_stable', 'mitre_discovery', 'network'],
        pod,
        process: {
          name: 'pvc-janitor',
          exe: '/app/pvc-janitor',
          command: 'pvc-janitor --interval 15m',
          parent: 'containerd-shim',
        },
        user: 'root',
        connection: `${pod.ip}:${random.clientPort()}->10.96.0.1:443`,
      });
    }
  },
};
