import { Random } from '../random';
import { DAY, MINUTE, WEEK_START } from '../week';
import { makeNames, type Names, worldAddress } from './names';
import { makeNodes, type Node } from './node';
import { makePeople, type Person } from './person';
import type { Pod } from './pod';
import { makePods } from './pods';
import { planRollouts, type Rollout } from './rollout';
import { makeWorkloads, type Role, type Workload } from './workload';

/** Who and what there is during the week: all logs tell of the same. */
export class Cluster {
  readonly names: Names;
  readonly nodes: readonly Node[];
  readonly control: Node;
  readonly workers: readonly Node[];
  readonly workloads: readonly Workload[];
  readonly people: readonly Person[];
  readonly rollouts: readonly Rollout[];
  /** Outside: where backups, payments and mail go, and who visits the shop. */
  readonly outside: {
    readonly storage: string;
    readonly bank: string;
    readonly mail: string;
    readonly registry: string;
    readonly git: string;
  };
  readonly visitors: readonly string[];
  /** The machine through which people reach the nodes. */
  readonly bastion: string;
  readonly account: string;
  /** One of the workers is started anew once, at night. */
  readonly reboot: { readonly node: Node; readonly at: number };
  private readonly byRole: ReadonlyMap<Role, Workload>;
  private readonly pods: ReadonlyMap<Role, readonly Pod[]>;

  constructor(seed: number) {
    const random = new Random(`cluster ${seed}`);
    this.names = makeNames(random);
    this.nodes = makeNodes(this.names.cluster, random);
    this.control = first(this.nodes);
    this.workers = this.nodes.filter(({ role }) => role === 'worker');
    this.workloads = makeWorkloads(this.names, random);
    this.byRole = new Map(this.workloads.map((workload) => [workload.role, workload]));
    this.people = makePeople(this.names, `10.200.${random.between(1, 9)}.0`, random);
    this.bastion = this.control.ip.replace(/\.1\.\d+$/, '.0.5');
    this.account = random.text('123456789', 12);
    this.rollouts = planRollouts(random);
    this.outside = {
      storage: `192.0.2.${random.between(10, 60)}`,
      bank: `192.0.2.${random.between(70, 120)}`,
      mail: `192.0.2.${random.between(130, 180)}`,
      registry: `192.0.2.${random.between(190, 220)}`,
      git: `192.0.2.${random.between(230, 250)}`,
    };
    this.visitors = Array.from({ length: 260 }, () => worldAddress(random));
    this.reboot = { node: random.of(this.workers), at: WEEK_START + 3 * DAY + random.between(180, 290) * MINUTE };
    this.pods = makePods(this, random);
  }

  workload(role: Role): Workload {
    const workload = this.byRole.get(role);
    if (workload === undefined) throw new RangeError(`no workload is a ${role}`);
    return workload;
  }

  /** All pods that a workload ever has. */
  podsOf(role: Role): readonly Pod[] {
    return this.pods.get(role) ?? [];
  }

  /** The pods of a workload that run at a time. */
  running(role: Role, at: number): readonly Pod[] {
    return this.podsOf(role).filter(({ from, to }) => from <= at && at < to);
  }

  /** One of them; a workload is never without. */
  pod(role: Role, at: number, random: Random): Pod {
    return random.of(this.running(role, at));
  }

  /** All pods that run at a time. */
  allRunning(at: number): readonly Pod[] {
    return this.workloads.flatMap(({ role }) => this.running(role, at));
  }

  /** The pod of a workload that has one on each node. */
  podOn(role: Role, node: Node): Pod {
    const pod = this.podsOf(role).find((each) => each.node === node);
    if (pod === undefined) throw new RangeError(`no ${role} runs on ${node.name}`);
    return pod;
  }
}

function first(nodes: readonly Node[]): Node {
  const [node] = nodes;
  if (node === undefined) throw new RangeError('a cluster has nodes');
  return node;
}
