import { attackerAddresses, type Caller, type Cluster, makePod, type Node, type Pod } from '../cluster';
import type { Random } from '../random';
import { HOUR, LAST_DAY, MINUTE, SECOND, WEEK_END } from '../week';

/** Who attacks what, from where, when: what all steps share. */
export interface Plan {
  /** When the first request of the attack comes in. */
  readonly start: number;
  readonly attacker: string;
  /** The pod that is broken into, and the account that its token is for. */
  readonly victim: Pod;
  readonly victimAccount: Caller;
  /** The account of the pipeline, whose token lies among the secrets, as it is used from the victim. */
  readonly stolenAccount: Caller;
  /** The privileged pod, on whose node the attacker gets out of it. */
  readonly foothold: Pod;
  /** The node reached from there by SSH, and the account that its files are for. */
  readonly second: Node;
  readonly secondUser: string;
  readonly administrator: Caller;
  readonly control: { readonly ip: string; readonly name: string };
  readonly tunnel: string;
  readonly drop: string;
}

const CONTROL_NAMES = ['assets-sync.example', 'pixel-cache.example', 'telemetry-edge.example'];
const TUNNELS = ['update-relay.example', 'ns-mirror.example', 'cfg-fetch.example'];
const POD_NAMES = ['debug-tools', 'net-check', 'volume-inspect'];
const KUBECTL = 'kubectl/v1.33.1 (linux/amd64) kubernetes/8adc0f0';
const UNKNOWN_IDENTITY = 61_842;

export function makePlan(cluster: Cluster, random: Random): Plan {
  const start = LAST_DAY + random.between(1, 6) * HOUR + random.below(55) * MINUTE + random.below(SECOND);
  const [attacker = '', controlIp = '', drop = ''] = attackerAddresses(random, 3);
  const [victim] = cluster.running('documents', start);
  if (victim === undefined) throw new RangeError('the service that is attacked does not run');
  const others = cluster.workers.filter((node) => node !== victim.node);
  const node = random.of(others);
  const podName = random.of(POD_NAMES);
  const place = {
    name: podName,
    node,
    ip: `10.42.${node.number}.${random.between(150, 190)}`,
    image: 'docker.io/library/alpine:3.20',
  };
  const life = { owner: { kind: 'Pod', name: podName }, from: start + 40 * MINUTE, to: WEEK_END };
  return {
    start,
    attacker,
    victim,
    victimAccount: caller(victim, victim.serviceAccount, 'curl/8.5.0', 'Role', 'read-config'),
    stolenAccount: caller(victim, 'deployer', KUBECTL, 'ClusterRole', 'deployer'),
    foothold: makePod(
      { name: podName, namespace: 'shop', container: 'shell', identity: UNKNOWN_IDENTITY },
      { ...place, ...life },
      random,
    ),
    second: cluster.control,
    secondUser: random.of(['backup', 'deploy', 'ansible']),
    administrator: {
      user: 'kubernetes-admin',
      groups: ['kubeadm:cluster-admins', 'system:authenticated'],
      agent: KUBECTL,
      ip: cluster.control.ip,
      grant:
        'RBAC: allowed by ClusterRoleBinding "kubeadm:cluster-admins" of ClusterRole "cluster-admin" to Group "kubeadm:cluster-admins"',
    },
    control: { ip: controlIp, name: random.of(CONTROL_NAMES) },
    tunnel: random.of(TUNNELS),
    drop,
  };
}

/** A service account whose token is used in a pod, by somebody who is not the pod's program. */
function caller(pod: Pod, account: string, agent: string, kind: string, role: string): Caller {
  const { namespace, ip } = pod;
  return {
    user: `system:serviceaccount:${namespace}:${account}`,
    groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
    agent,
    ip,
    grant: `RBAC: allowed by ${kind}Binding "${role}" of ${kind} "${role}" to ServiceAccount "${account}/${namespace}"`,
  };
}
