import type { Pod, Role } from '../cluster';
import type { Scene } from '../scene';
import { podEnd, worldEnd, writeAccess } from '../writers';
import { connect } from './connection';

export interface Visit {
  readonly at: number;
  readonly client: string;
  readonly agent: string;
  readonly method: string;
  readonly path: string;
  /** Which workload answers; null where no rule of the ingress fits. */
  readonly to: Role | null;
  /** Which of its pods, where that matters. */
  readonly pod?: Pod;
  readonly status: number;
  readonly bytes: number;
  readonly tookMs: number;
  readonly referer?: string;
  readonly requestBytes?: number;
}

/** A request from the internet: through the ingress controller to a pod, which is the answer. */
export function visit(scene: Scene, { to, at, pod: certain, ...request }: Visit): Pod | null {
  const { cluster, random } = scene;
  const controller = cluster.pod('ingress', at, random);
  const pod = to === null ? null : (certain ?? cluster.pod(to, at, random));
  const port = to === null ? 0 : cluster.workload(to).port;
  writeAccess(scene, { ...request, at, controller, upstream: pod === null ? null : { pod, port } });
  connect(scene, { at: at - 2000, from: worldEnd(request.client), to: podEnd(controller), port: 443 });
  // The controller keeps connections open.
  if (pod !== null && random.chance(0.4))
    connect(scene, { at: at + 500, from: podEnd(controller), to: podEnd(pod), port });
  return pod;
}
