import { podBody, startPod } from '../happenings';
import { MINUTE, SECOND } from '../week';
import { writeAudit, writeFalco } from '../writers';
import type { AttackStep } from './attack-step';

/** The token of the pipeline makes a pod that sees the whole node. */
export const privilegedPod: AttackStep = {
  name: 'privileged-pod',
  title: "A privileged pod with the node's file system is made with the pipeline's token",
  techniques: ['T1610', 'T1611', 'T1550.001'],
  perform(scene, { start, foothold, stolenAccount: caller, victim }) {
    const at = start + 40 * MINUTE;
    const { namespace, name, container, image } = foothold;
    const body = podBody(foothold, {
      hostPID: true,
      nodeName: foothold.node.name,
      containers: [
        {
          name: container,
          image,
          command: ['sleep', '86400'],
          securityContext: { privileged: true },
          volumeMounts: [{ name: 'root', mountPath: '/host' }],
        },
      ],
      volumes: [{ name: 'root', hostPath: { path: '/' } }],
    });
    writeAudit(scene, {
      at: at - 21 * SECOND,
      caller,
      verb: 'create',
      resource: 'selfsubjectaccessreviews.authorization.k8s.io',
    });
    writeAudit(scene, {
      at,
      caller,
      verb: 'create',
      resource: 'pods',
      namespace,
      name,
      body,
      query: 'fieldManager=kubectl-create',
    });
    startPod(scene, foothold, at + 80_000);
    writeFalco(scene, foothold.node, {
      at: at + 6 * SECOND,
      rule: 'Launch Privileged Container',
      priority: 'Notice',
      says: 'Privileged container started',
      tags: ['T1610', 'cis', 'container', 'maturity_incubating', 'mitre_execution'],
      pod: foothold,
      process: { name: 'sleep', exe: '/bin/busybox', command: 'sleep 86400', parent: 'containerd-shim' },
      user: 'root',
    });
    return {
      touches: [caller.user, victim.ip, `${namespace}/${name}`, foothold.node.name],
      evidence: [
        {
          shows: 'The pod is made',
          query: `type:audit verb:create resource:pods name:${name} user:"${caller.user}"`,
          count: 1,
        },
        {
          shows: "The pipeline's account from a pod, with another program",
          query: `type:audit user:"${caller.user}" src_ip:${victim.ip}`,
          count: 2,
        },
        {
          shows: 'An image that nothing in the shop uses',
          query: `type:control-plane pod:${name} reason:Pulling`,
          count: 1,
        },
        { shows: 'Falco sees it start', query: `format:falco pod:${name}`, count: 1 },
      ],
    };
  },
};
