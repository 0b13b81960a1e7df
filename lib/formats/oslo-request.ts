import type { LogEvent } from '@/lib/events';
import { parseCount } from './addresses';
import { setSource, setStatus } from './assign-field';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { readRequestLine, severityOfStatus } from './http-request';
import { DIGITS } from './openings';
import { plainText } from './plain-text';

const LOOK_MAX = 4096;

/** `[request-id user project …] client "request" status: 200 len: 15 time: 0.25`; the bracket may be missing. */
const REQUEST =
  /^(?:\[([^\]\s]{1,64})(?: ([^\]\s]{1,64}))?(?: ([^\]\s]{1,64}))?[^\]]{0,200}\] )?([\da-fA-F.:,]{2,200}) "([A-Z]{3,10} [^"]{1,3000})" status: (\d{3}) {1,2}len: (\d{1,15}) time: (\d{1,9}(?:\.\d{1,9})?)/;

export const osloRequest: TextFormat = {
  name: 'oslo-request',
  title: 'OpenStack requests',
  about: 'What OpenStack’s API servers log of a request: ids, client, status, length, and seconds.',
  source: 'openstack/oslo.service, wsgi.py (wsgi_log_format)',
  type: null,
  reads: 'text',
  needsColon: true,
  opensWith: `[:${DIGITS}`,
  read,
  examples: [
    {
      text: '[req-5c1e ann shop - - -] 10.0.0.9 "GET /v2/carts HTTP/1.1" status: 503 len: 77 time: 1.5034567',
      event: {
        srcIp: '10.0.0.9',
        user: 'ann',
        method: 'GET',
        path: '/v2/carts',
        status: 503,
        bytes: 77,
        durationMs: 1503.457,
        severity: 'error',
        attributes: { 'request.id': 'req-5c1e', project: 'shop' },
      },
    },
    { text: '10.0.0.9,10.0.0.1 "GET / HTTP/1.1" status: 200 len: 15 time: 0.25', event: { srcIp: '10.0.0.9' } },
    { text: '[req-5c1e ann shop - - -] the cart was opened', event: null },
    { text: '10.0.0.9 "GET / HTTP/1.1" 200', event: null },
  ],
};

function read(text: string, event: LogEvent): Reading {
  const first = text.charCodeAt(0);
  if ((first !== 91 && !(first >= 48 && first <= 58)) || !text.slice(0, LOOK_MAX).includes('" status: '))
    return NOT_MINE;
  const found = REQUEST.exec(text.slice(0, LOOK_MAX));
  if (found === null) return NOT_MINE;
  const [, id, user, project, clients = '', request = '', status = '', length = '', seconds] = found;
  event.setAttribute('request.id', id === '-' ? null : id);
  event.setAttribute('project', project === '-' ? null : project);
  if (user !== undefined && user !== '-') event.user ??= user;
  setSource(event, clients.split(',')[0] ?? '');
  event.protocol = 'http';
  setStatus(event, status);
  event.severity = severityOfStatus(event.status);
  event.bytes = parseCount(length);
  event.durationMs = Number((Number(seconds) * 1000).toFixed(3));
  readRequestLine(plainText(request), event);
  return READ;
}
