import type { Scene } from '../scene';
import { MINUTE, SECOND } from '../week';
import { writeAudit } from '../writers';
import type { AttackStep } from './attack-step';

const KINDS = [
  'namespaces',
  'nodes',
  'pods',
  'services',
  'serviceaccounts',
  'deployments.apps',
  'daemonsets.apps',
  'roles.rbac.authorization.k8s.io',
  'clusterroles.rbac.authorization.k8s.io',
  'clusterrolebindings.rbac.authorization.k8s.io',
  'persistentvolumes',
  'cronjobs.batch',
];
const NAMESPACES = ['default', 'kube-system', 'payments', 'data'];
const ELSEWHERE = ['secrets', 'pods', 'configmaps'];
const NAMED = ['registry-credentials', 'database-login', 'deployer-token', 'bank-api-key', 'smtp-login'];

/** What may this account? Rules are asked for, every kind is listed, nearly all of it refused; but the secrets of its namespace are not. */
export const discovery: AttackStep = {
  name: 'discovery',
  title: 'Rights are probed, everything is listed, and the secrets of the namespace are read',
  techniques: ['T1613', 'T1069', 'T1552.007'],
  perform(scene, { start, victimAccount: caller }) {
    const { random } = scene;
    const secrets = secretsOf(scene);
    let at = start + 19 * MINUTE;
    let count = 0;
    let refused = 0;
    const ask = (request: { verb: string; resource: string; namespace?: string; name?: string; status?: number }) => {
      writeAudit(scene, { at, caller, ...request });
      at += random.between(600, 9_000) * 1000;
      count += 1;
      if (request.status === 403) refused += 1;
    };
    ask({ verb: 'create', resource: 'selfsubjectrulesreviews.authorization.k8s.io' });
    ask({ verb: 'create', resource: 'selfsubjectaccessreviews.authorization.k8s.io' });
    for (const resource of KINDS) ask({ verb: 'list', resource, status: 403 });
    for (const namespace of NAMESPACES)
      for (const resource of ELSEWHERE) ask({ verb: 'list', resource, namespace, status: 403 });
    ask({ verb: 'list', resource: 'secrets', status: 403 });
    at += 40 * SECOND;
    ask({ verb: 'list', resource: 'secrets', namespace: 'shop' });
    for (const name of secrets) ask({ verb: 'get', resource: 'secrets', namespace: 'shop', name });
    const who = `type:audit user:"${caller.user}" user_agent:"${caller.agent}"`;
    return {
      touches: [caller.user, ...NAMED.map((name) => `shop/${name}`)],
      evidence: [
        { shows: 'Everything that was asked', query: who, count },
        { shows: 'What was refused', query: `${who} status:403`, count: refused },
        { shows: 'Secrets that were read', query: `${who} resource:secrets status:200`, count: secrets.length + 1 },
      ],
    };
  },
};

/** All that the list names, one after the other: also what Helm keeps of its last releases. */
function secretsOf({ cluster }: Scene): readonly string[] {
  const releases = cluster.workloads.filter(({ namespace, kind }) => namespace === 'shop' && kind === 'Deployment');
  return [
    ...NAMED,
    ...releases.flatMap(({ name }) => [38, 39, 40].map((version) => `sh.helm.release.v1.${name}.v${version}`)),
  ];
}
