import type { Random } from '../random';
import { SECOND, WEEK_END } from '../week';
import type { Cluster } from './cluster';
import type { Node } from './node';
import { BEFORE, makePod, type Pod, PodAddresses } from './pod';
import type { Role, Workload } from './workload';

/** How long a new pod of a rollout takes until the next one follows. */
const STEP = 14 * SECOND;

/** All pods of the week with the time that each lives: rollouts replace those of a deployment. */
export function makePods(cluster: Cluster, random: Random): ReadonlyMap<Role, readonly Pod[]> {
  const addresses = new PodAddresses();
  let turn = random.below(4);
  const place = (workload: Workload, index: number): Node => {
    if (workload.kind === 'Static') return cluster.control;
    if (workload.kind === 'DaemonSet') return cluster.nodes[index] ?? cluster.control;
    turn += 1;
    return cluster.workers[turn % cluster.workers.length] ?? cluster.control;
  };
  const begin = (workload: Workload, index: number, life: Life): Pod => {
    const node = place(workload, index);
    // Pods of the host's network have its address.
    const ip = workload.kind === 'Static' || workload.role === 'cilium' ? node.ip : addresses.next(node);
    const { name, owner } = nameOf(workload, index, node, life.hash, random);
    return makePod(workload, { name, node, ip, owner, image: life.image, from: life.from, to: life.to }, random);
  };
  return new Map(
    cluster.workloads.map((workload) => {
      const lives = livesOf(workload, cluster, random);
      const pods = lives.flatMap((life, number) =>
        Array.from({ length: workload.replicas }, (_, index) => {
          const isFirst = number === 0;
          const from = isFirst ? life.from : life.from + index * STEP;
          const to = life.to === WEEK_END ? WEEK_END : life.to + index * STEP + 8 * SECOND;
          return begin(workload, index, { ...life, from, to });
        }),
      );
      return [workload.role, pods];
    }),
  );
}

interface Life {
  readonly hash: string;
  readonly image: string;
  readonly from: number;
  readonly to: number;
}

/** A life between one rollout and the next. */
function livesOf(workload: Workload, cluster: Cluster, random: Random): readonly Life[] {
  const rollouts = cluster.rollouts.filter(({ role }) => role === workload.role);
  const starts = [BEFORE, ...rollouts.map(({ at }) => at)];
  const repository = workload.image.slice(0, workload.image.lastIndexOf(':'));
  return starts.map((from, index) => {
    const rollout = rollouts[index - 1];
    const image = rollout === undefined ? workload.image : `${repository}:${rollout.tag}`;
    return { hash: random.suffix(10), image, from, to: starts[index + 1] ?? WEEK_END };
  });
}

function nameOf(workload: Workload, index: number, node: Node, hash: string, random: Random) {
  const { name, kind } = workload;
  switch (kind) {
    case 'Deployment':
      return { name: `${name}-${hash}-${random.suffix(5)}`, owner: { kind: 'ReplicaSet', name: `${name}-${hash}` } };
    case 'StatefulSet':
      return { name: `${name}-${index}`, owner: { kind, name } };
    case 'DaemonSet':
      return { name: `${name}-${random.suffix(5)}`, owner: { kind, name } };
    case 'Static':
      return { name: `${name}-${node.name}`, owner: { kind: 'Node', name: node.name } };
  }
}
