import type { LogEvent } from '@/lib/events';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import type { ReadContext } from './read-context';

const START = '==== START logs for container ';
const END = '==== END logs for container ';
const CLOSE = ' ====';
const LINE_MAX = 1000;

export const kubectlBanner: TextFormat = {
  name: 'kubectl-banner',
  title: 'kubectl cluster-info dump',
  about:
    'The lines around each container in a `kubectl cluster-info dump`; they say whose output the lines between are.',
  source: 'kubernetes/kubectl, pkg/cmd/clusterinfo/clusterinfo_dump.go',
  type: null,
  reads: 'text',
  opensWith: '=',
  read,
  examples: [
    {
      text: '==== START logs for container web of pod shop/cart-1 ====',
      event: { namespace: 'shop', pod: 'cart-1', container: 'web', message: 'Start of logs' },
    },
    {
      text: '==== END logs for container web of pod shop/cart-1 ====',
      event: { namespace: 'shop', pod: 'cart-1', container: 'web', message: 'End of logs' },
    },
    { text: '==== START logs for container web ====', event: null },
    { text: '==== START logs for container web of pod cart-1 ====', event: null },
    { text: '==== END ====', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!text.startsWith('==== ') || text.length > LINE_MAX) return NOT_MINE;
  const starts = text.startsWith(START);
  if (!starts && !text.startsWith(END)) return NOT_MINE;
  const line = text.trimEnd();
  if (!line.endsWith(CLOSE)) return NOT_MINE;
  const words = line.slice(starts ? START.length : END.length, -CLOSE.length).split(' of pod ');
  const [container, path] = words;
  const slash = path?.indexOf('/') ?? -1;
  if (words.length !== 2 || !container || path === undefined || slash < 1 || slash === path.length - 1) return NOT_MINE;

  const scope = { namespace: path.slice(0, slash), pod: path.slice(slash + 1), container };
  event.namespace = scope.namespace;
  event.pod = scope.pod;
  event.container = scope.container;
  event.message = starts ? 'Start of logs' : 'End of logs';
  context.scope = starts ? scope : { ...scope, ends: true };
  return READ;
}
