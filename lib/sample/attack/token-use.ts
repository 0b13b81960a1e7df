import { connect } from '../happenings';
import { MINUTE, SECOND } from '../week';
import { apiEnd, podEnd, writeAudit, writeFalco } from '../writers';
import type { AttackStep } from './attack-step';

/** The pod's own token is read and tried at the API server, which this service never asked for anything. */
export const tokenUse: AttackStep = {
  name: 'token-use',
  title: "The pod's service account token is used by hand",
  techniques: ['T1552.001', 'T1528', 'T1078'],
  perform(scene, { start, victim, victimAccount: caller }) {
    const { cluster, random } = scene;
    const at = start + 16 * MINUTE;
    writeFalco(scene, victim.node, {
      at,
      rule: 'Contact K8S API Server From Container',
      priority: 'Notice',
      says: 'Unexpected connection to K8s API Server from container',
      tags: ['T1565', 'container', 'k8s', 'maturity_stable', 'mitre_discovery', 'network'],
      pod: victim,
      process: {
        name: 'curl',
        exe: '/usr/bin/curl',
        command: 'curl -sk -H Authorization:Bearer https://10.96.0.1/api',
        parent: 'sh',
      },
      user: 'app',
      connection: `${victim.ip}:${random.clientPort()}->10.96.0.1:443`,
    });
    writeAudit(scene, {
      at: at + SECOND,
      caller,
      verb: 'list',
      resource: 'pods',
      namespace: victim.namespace,
      status: 403,
    });
    writeAudit(scene, {
      at: at + 14 * SECOND,
      caller,
      verb: 'get',
      resource: 'configmaps',
      namespace: victim.namespace,
      name: victim.app,
    });
    writeAudit(scene, {
      at: at + 31 * SECOND,
      caller,
      verb: 'list',
      resource: 'configmaps',
      namespace: victim.namespace,
    });
    for (const offset of [1, 14, 31])
      connect(scene, { at: at + offset * SECOND - 2000, from: podEnd(victim), to: apiEnd(cluster), port: 6443 });
    return {
      touches: [`${victim.namespace}/${victim.name}`, caller.user, victim.ip],
      evidence: [
        {
          shows: 'What the token was used for',
          query: `type:audit user:"${caller.user}" user_agent:"${caller.agent}"`,
          count: 3,
        },
        {
          shows: 'The service speaks to the API server',
          query: `format:hubble src_pod:${victim.name} dst_port:6443`,
          count: 3,
        },
      ],
    };
  },
};
