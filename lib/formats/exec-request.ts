import type { LogEvent } from '@/lib/events';
import type { JsonObject } from './format';
import { arrayOf, cut, joinedTexts, textOf } from './json-value';
import { NameSet } from './name-set';

const QUERY_LENGTH_MAX = 8192;
const SUBRESOURCES: ReadonlySet<string> = new Set(['exec', 'attach', 'portforward', 'proxy', 'log']);
/** The kubelet's own way to run something, by way of a node's proxy: `/proxy/run/<namespace>/<pod>/<container>`. */
const KUBELET = /\/proxy\/(?:run|exec|attach|cri\/exec)\//;

/**
 * What was run in a container, attached to or forwarded. The address tells it (`…/exec?command=sh&command=-c`), and the body
 * (PodExecOptions) where the level keeps it.
 * Source: https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.31/#podexecoptions-v1-core
 */
export function readExec(bodies: readonly JsonObject[], event: LogEvent): void {
  const { subresource } = event;
  if (subresource === null || !SUBRESOURCES.has(subresource)) return;
  const query = parametersOf(event.path);
  const container = query?.get('container') ?? bodyText(bodies, 'container');
  if (container !== null && container !== '') event.container = cut(container);
  if (subresource === 'log' || (subresource === 'proxy' && !KUBELET.test(event.path ?? ''))) return;
  event.setAttribute('exec.container', container === null ? null : cut(container));
  event.setAttribute('exec.command', commandOf(query, bodies));
  for (const flag of ['stdin', 'tty'] as const) {
    if (query?.get(flag) === 'true' || bodies.some((body) => body[flag] === true))
      event.setAttribute(`exec.${flag}`, true);
  }
  event.setAttribute('portforward.ports', portsOf(query, bodies));
}

function parametersOf(path: string | null): URLSearchParams | null {
  const at = path?.indexOf('?') ?? -1;
  return path === null || at < 0 ? null : new URLSearchParams(path.slice(at + 1, at + QUERY_LENGTH_MAX));
}

function bodyText(bodies: readonly JsonObject[], name: string): string | null {
  for (const body of bodies) {
    const text = textOf(body[name]);
    if (text !== null) return text;
  }
  return null;
}

function commandOf(query: URLSearchParams | null, bodies: readonly JsonObject[]): string | null {
  const words = query?.getAll('command') ?? [];
  // The kubelet's `run` takes the whole command as one.
  if (words.length === 0 && query?.has('cmd')) words.push(query.get('cmd') ?? '');
  if (words.length > 0) return cut(words.join(' '));
  for (const body of bodies) {
    const command = joinedTexts(body.command, ' ');
    if (command !== null) return command;
  }
  return null;
}

function portsOf(query: URLSearchParams | null, bodies: readonly JsonObject[]): string | null {
  const ports = new NameSet();
  for (const port of query?.getAll('ports') ?? []) ports.add(port);
  for (const body of bodies) {
    for (const port of arrayOf(body.ports).slice(0, 64)) if (typeof port === 'number') ports.add(String(port));
  }
  return ports.joined();
}
