import type { LogEvent } from '@/lib/events';
import { NOT_MINE, type Reading, type TextFormat } from './format';
import type { ReadContext } from './read-context';

const OPENING = '[pod/';
/** Names have at most 253 letters, those of containers 63. */
const NAMES_MAX = 330;

export const kubectlPrefix: TextFormat = {
  name: 'kubectl-prefix',
  title: 'kubectl logs --prefix',
  about: 'Pod and container in brackets before each line, as `kubectl logs --prefix` prints many of them side by side.',
  source: 'kubernetes/kubectl, pkg/cmd/logs/logs.go (addPrefixIfNeeded)',
  type: null,
  envelope: true,
  interleaved: true,
  reads: 'text',
  opensWith: '[',
  read,
  examples: [
    { text: '[pod/cart-0/web] listening', event: { pod: 'cart-0', container: 'web' }, content: 'listening' },
    { text: '[pod/cart-0/web]', event: { pod: 'cart-0', container: 'web' }, content: '' },
    { text: '[pod/cart-0] no container', event: null },
    { text: '[pod/a/b/c] too many', event: null },
    { text: '[pod/Cart/web] no such name', event: null },
    { text: '[pods/cart-0/web] not kubectl', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!text.startsWith(OPENING)) return NOT_MINE;
  const head = /^\[pod\/([a-z0-9][a-z0-9.-]*)\/([a-z0-9][a-z0-9-]*)\](?: |$)/.exec(text.slice(0, NAMES_MAX));
  const [all, pod, container] = head ?? [];
  if (all === undefined || pod === undefined || container === undefined) return NOT_MINE;
  event.pod = pod;
  event.container = container;
  context.scope = { namespace: null, pod, container };
  return text.slice(all.length);
}
