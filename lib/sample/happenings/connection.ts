import type { Scene } from '../scene';
import { type End, writeFlow } from '../writers';

interface Connection {
  readonly at: number;
  readonly from: End;
  readonly to: End;
  readonly port: number;
  readonly lastsMs?: number;
}

/** How often the end of a connection is among what is exported beside its beginning. */
const ENDS_SEEN = 0.3;

/** A TCP connection that both ends wanted: its beginning, and now and then its end. */
export function connect(scene: Scene, { at, from, to, port, lastsMs = 40 }: Connection): void {
  const clientPort = scene.random.clientPort();
  const direction = from.node === null ? 'INGRESS' : 'EGRESS';
  const flow = { from, to, port, clientPort, direction } as const;
  writeFlow(scene, { ...flow, at, flags: ['SYN'] });
  if (scene.random.chance(ENDS_SEEN))
    writeFlow(scene, { ...flow, at: at + lastsMs * 1000, flags: ['FIN', 'ACK'], isReply: true });
}
