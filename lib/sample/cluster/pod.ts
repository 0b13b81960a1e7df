import type { Random } from '../random';
import { WEEK_START } from '../week';
import type { Node } from './node';
import type { Workload } from './workload';

export interface Pod {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  readonly ip: string;
  readonly node: Node;
  readonly container: string;
  readonly containerId: string;
  readonly image: string;
  readonly identity: number;
  /** What owns it, by the name that labels carry. */
  readonly app: string;
  readonly owner: { readonly kind: string; readonly name: string };
  readonly serviceAccount: string;
  /** When it begins and when it has ended. */
  readonly from: number;
  readonly to: number;
}

/** Gives out addresses of the nodes' pod networks, a new one each time. */
export class PodAddresses {
  private readonly used = new Map<number, number>();

  next(node: Node): string {
    const last = this.used.get(node.number) ?? 10;
    this.used.set(node.number, last + 1);
    // A node has 254; a week of jobs needs more, and gets those of long ago again.
    return `10.42.${node.number}.${11 + ((last - 10) % 240)}`;
  }
}

export interface NewPod {
  readonly name: string;
  readonly node: Node;
  readonly ip: string;
  readonly image: string;
  readonly owner: Pod['owner'];
  readonly from: number;
  readonly to: number;
}

/** A pod of a workload. */
export function makePod(
  workload: Pick<Workload, 'name' | 'namespace' | 'container' | 'identity'>,
  pod: NewPod,
  random: Random,
): Pod {
  return {
    ...pod,
    namespace: workload.namespace,
    uid: random.uuid(),
    container: workload.container,
    containerId: random.hex(64),
    identity: workload.identity,
    app: workload.name,
    serviceAccount: workload.name,
  };
}

/** Long before the week: what ran already when it began. */
export const BEFORE = WEEK_START - 1;
