import type { LogEvent } from '@/lib/events';
import { parseCount } from './addresses';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { cut } from './json-value';
import { resourceOfKind } from './kubernetes-names';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';

const NAME = 'kubernetes-event-table';
const HEADER_MAX = 400;
const LINE_MAX = 16_384;
/** Names of columns have single spaces inside, more between them. */
const COLUMN = /\S+(?: \S+)*/g;
const NEEDED = ['TYPE', 'REASON', 'MESSAGE'] as const;
/** `5m`, `3d4h`, `5m (x12 over 1h)`, `<invalid>` where clocks differ. */
const AGE = /^(?:<invalid>|<unknown>|(?:\d{1,5}[smhdy]){1,3})(?: \(x(\d{1,9}) over [\dsmhdy]{1,12}\))?$/;

export const kubernetesEventTable: TextFormat = {
  name: NAME,
  title: 'Kubernetes events as a table',
  about: 'What `kubectl get events` prints for people: what happened to which object. It tells ages, and no times.',
  source: 'https://kubernetes.io/docs/reference/kubectl/generated/kubectl_events/',
  type: 'control-plane',
  reads: 'text',
  read,
  examples: [
    {
      text: 'LAST SEEN   TYPE      REASON    OBJECT       MESSAGE',
      event: { type: 'control-plane', message: 'LAST SEEN   TYPE      REASON    OBJECT       MESSAGE' },
    },
    {
      before: ['LAST SEEN   TYPE      REASON    OBJECT       MESSAGE'],
      text: '5m          Warning   BackOff   pod/cart-0   Back-off restarting failed container',
      event: {
        type: 'control-plane',
        severity: 'warning',
        reason: 'BackOff',
        resource: 'pods',
        name: 'cart-0',
        pod: 'cart-0',
        message: 'Back-off restarting failed container',
        attributes: { last_seen: '5m' },
      },
    },
    {
      before: [
        'NAMESPACE   LAST SEEN          TYPE     REASON   OBJECT              SUBOBJECT   SOURCE         MESSAGE',
      ],
      text: 'shop        5m (x3 over 10m)   Normal   Scaled   deployment/cart                 controller     Scaled up',
      event: {
        namespace: 'shop',
        resource: 'deployments',
        severity: 'info',
        attributes: { last_seen: '5m (x3 over 10m)', count: 3, source: 'controller' },
      },
    },
    { text: '5m          Warning   BackOff   pod/cart-0   Back-off restarting failed container', event: null },
    { text: 'NAME   READY   STATUS   RESTARTS   AGE', event: null },
    {
      before: ['LAST SEEN   TYPE      REASON    OBJECT       MESSAGE'],
      text: 'Error from server (Forbidden): events is forbidden',
      event: null,
    },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (isHeader(text)) {
    context.headers.set(NAME, columnsOf(text));
    event.type = 'control-plane';
    event.severity = 'info';
    event.message = text;
    return READ;
  }
  const columns = context.headers.get(NAME);
  if (columns === undefined || text.length > LINE_MAX) return NOT_MINE;
  const cells = cellsOf(text, columns);
  const type = cells.get('TYPE');
  const age = AGE.exec(cells.get('LAST SEEN') ?? cells.get('LASTSEEN') ?? '');
  if ((type !== 'Normal' && type !== 'Warning') || age === null) return NOT_MINE;
  event.type = 'control-plane';
  event.severity = type === 'Warning' ? 'warning' : 'info';
  event.reason = cut(cells.get('REASON') ?? '');
  event.message = plainText(cells.get('MESSAGE') ?? '');
  event.namespace = cells.get('NAMESPACE') || null;
  event.setAttribute('last_seen', age[0]);
  event.setAttribute('count', parseCount(cells.get('COUNT') ?? age[1] ?? ''));
  event.setAttribute('source', cells.get('SOURCE') || null);
  readObject(cells.get('OBJECT') ?? `${cells.get('KIND') ?? ''}/${cells.get('NAME') ?? ''}`, event);
  return READ;
}

function isHeader(text: string): boolean {
  if (text.length > HEADER_MAX || !(text.startsWith('LAST') || text.startsWith('NAMESPACE '))) return false;
  return /\bLAST ?SEEN\b/.test(text) && NEEDED.every((name) => text.includes(name));
}

/** Where each column begins: `<place> <name>`. */
function columnsOf(header: string): string[] {
  return [...header.matchAll(COLUMN)].map((match) => `${match.index} ${match[0]}`);
}

function cellsOf(text: string, columns: readonly string[]): Map<string, string> {
  const starts = columns.map((column) => Number.parseInt(column, 10));
  return new Map(
    columns.map((column, place) => [
      column.slice(column.indexOf(' ') + 1),
      text.slice(starts[place], starts[place + 1]).trim(),
    ]),
  );
}

/** `pod/cart-0`; of kinds with a group, `deployment.apps/cart`. */
function readObject(object: string, event: LogEvent): void {
  const slash = object.indexOf('/');
  if (slash <= 0) return;
  const [kind = ''] = object.slice(0, Math.min(slash, 100)).split('.', 1);
  event.resource = resourceOfKind(kind);
  event.name = object.slice(slash + 1, slash + 254);
  if (event.resource === 'pods') event.pod = event.name;
  if (event.resource === 'nodes') event.node = event.name;
}
