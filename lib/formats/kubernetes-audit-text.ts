import type { LogEvent } from '@/lib/events';
import { isAddress } from './addresses';
import { setStatus } from './assign-field';
import { auditSentence, auditSeverity } from './audit-request';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { cut } from './json-value';
import { PairScanner } from './key-values';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const MARK = 'AUDIT: id="';
const PAIRS_MAX = 24;

const scanner = new TimestampScanner();
const pairs = new PairScanner();

export const kubernetesAuditText: TextFormat = {
  name: 'kubernetes-audit-text',
  title: 'Kubernetes audit, legacy lines',
  about:
    'The audit trail of old API servers and of OpenShift 3: a line for the request, and one with the same id for the response.',
  source: 'k8s.io/apiserver, plugin/pkg/audit/log (legacy format), audit.EventString',
  type: 'audit',
  reads: 'text',
  needsColon: true,
  read,
  join(whole, part) {
    whole.status ??= part.status;
    whole.severity = auditSeverity(whole);
    whole.message = auditSentence(whole);
  },
  examples: [
    {
      text: '2018-05-06T07:08:09.123456789Z AUDIT: id="5c1e" stage="ResponseComplete" ip="192.0.2.7" method="delete" user="ann" groups="\\"ops\\",\\"system:authenticated\\"" as="<self>" asgroups="<lookup>" namespace="shop" uri="/api/v1/namespaces/shop/pods/cart-0" response="403"',
      event: {
        time: Date.UTC(2018, 4, 6, 7, 8, 9, 123) * 1000 + 456,
        timeGuess: 0,
        type: 'audit',
        severity: 'warning',
        srcIp: '192.0.2.7',
        user: 'ann',
        verb: 'delete',
        namespace: 'shop',
        path: '/api/v1/namespaces/shop/pods/cart-0',
        status: 403,
        message: 'ann delete /api/v1/namespaces/shop/pods/cart-0 403',
        attributes: { auditID: '5c1e', stage: 'ResponseComplete', 'user.groups': '"ops","system:authenticated"' },
      },
    },
    { text: 'AUDIT: id="5c1e" response="200"', event: { type: 'audit', status: 200, joinKey: '5c1e' } },
    { text: 'AUDIT: id="5c1e" ip="192.0.2.7" method="GET" user="ann" as="bob" uri="/api"', event: { verb: 'get' } },
    { text: 'AUDIT: the cart was opened', event: null },
    { text: '2018-05-06T07:08:09Z cart AUDIT: id="5"', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  const mark = text.startsWith(MARK) ? 0 : text.slice(0, 60).indexOf(MARK, 19);
  if (mark === -1 || mark > 40) return NOT_MINE;
  if (mark > 0 && !(scanner.scanDateTime(text, 0) && scanner.end === mark - 1)) return NOT_MINE;
  if (mark > 0 && scanner.zoned) context.clock.setFull(event, scanner.micros);
  else if (mark > 0) context.clock.setWithoutZone(event, scanner.micros);
  pairs.start(text, mark + MARK.indexOf('id'));
  for (let left = PAIRS_MAX; left > 0 && pairs.next(); left--) take(event, pairs.key, pairs.value);
  event.type = 'audit';
  event.severity = auditSeverity(event);
  event.message = auditSentence(event);
  return READ;
}

function take(event: LogEvent, key: string, value: string): void {
  // `<none>`, `<self>`, `<lookup>`: nothing was told, or nobody impersonated.
  if (value === '' || /^<\w+>$/.test(value)) return;
  if (key === 'id') {
    event.setAttribute('auditID', cut(value));
    event.joinKey = cut(value);
  } else if (key === 'stage') event.setAttribute('stage', cut(value));
  else if (key === 'ip') event.srcIp = isAddress(value) ? value : null;
  else if (key === 'method') event.verb = cut(value).toLowerCase();
  else if (key === 'user') event.user = cut(value);
  else if (key === 'groups') event.setAttribute('user.groups', cut(value));
  else if (key === 'as') event.setAttribute('impersonatedUser.username', cut(value));
  else if (key === 'namespace') event.namespace = cut(value);
  else if (key === 'uri') event.path = cut(value);
  else if (key === 'response') {
    setStatus(event, value);
    event.joinEnds = true;
  } else event.setAttribute(`audit.${key.slice(0, 48)}`, cut(value));
}
