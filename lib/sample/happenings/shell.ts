import type { Caller, Pod } from '../cluster';
import type { Scene } from '../scene';
import { MINUTE } from '../week';
import { writeAudit, writeFalco } from '../writers';

/** Somebody runs a command in a pod through the API; a terminal is noticed by Falco. */
export function execInPod(
  scene: Scene,
  pod: Pod,
  at: number,
  caller: Caller,
  command: readonly string[],
  tty: boolean,
): void {
  const { namespace, name, container } = pod;
  const words = command.map((word) => `command=${encodeURIComponent(word).replaceAll('%20', '+')}`);
  const query = [...words, `container=${container}`, 'stdin=true', 'stdout=true', `tty=${tty}`].join('&');
  const tookMs = tty ? scene.random.between(1, 9) * (MINUTE / 1000) : scene.random.between(120, 900);
  writeAudit(scene, { at, caller, verb: 'get', resource: 'pods/exec', namespace, name, query, tookMs });
  if (!tty) return;
  const [shell = 'sh'] = command;
  writeFalco(scene, pod.node, {
    at: at + 400_000,
    rule: 'Terminal shell in container',
    priority: 'Notice',
    says: 'A shell was spawned in a container with an attached terminal',
    tags: ['T1059', 'container', 'maturity_stable', 'mitre_execution', 'shell'],
    pod,
    process: { name: shell, exe: `/bin/${shell}`, command: command.join(' '), parent: 'containerd-shim' },
    user: 'root',
  });
}
