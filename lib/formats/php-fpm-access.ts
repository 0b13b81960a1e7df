import type { LogEvent } from '@/lib/events';
import { setSource, setStatus } from './assign-field';
import { DateTimeScanner } from './date-times';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { severityOfStatus } from './http-request';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';

const HEAD_MAX = 160;

const dates = new DateTimeScanner();
const CLIENT = /^([\da-fA-F.:]{2,45}|-) - ([\w.@-]{0,64}) ?$/;
const REQUEST = /^ "([A-Z]{3,10}) ([^"]{1,8192})" (\d{3})(?= |$)/;

export const phpFpmAccess: TextFormat = {
  name: 'php-fpm-access',
  title: 'PHP-FPM requests',
  about: 'The access log of PHP’s FastCGI manager, as its container images print it: no brackets around the time.',
  source: 'https://www.php.net/manual/en/install.fpm.configuration.php (access.format)',
  type: null,
  reads: 'text',
  needsColon: true,
  read,
  examples: [
    {
      text: '10.0.0.9 -  02/Jan/2024:03:04:05 +0100 "GET /index.php" 500',
      event: {
        time: 1704161045000000,
        srcIp: '10.0.0.9',
        method: 'GET',
        path: '/index.php',
        status: 500,
        severity: 'error',
        message: 'GET /index.php 500',
      },
    },
    { text: '10.0.0.9 - ann 02/Jan/2024:03:04:05 +0000 "GET /index.php" 200', event: { user: 'ann' } },
    { text: '10.0.0.9 - - [02/Jan/2024:03:04:05 +0000] "GET / HTTP/1.1" 200 1', event: null },
    { text: '10.0.0.9 - ann opened', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  const month = text.slice(0, HEAD_MAX).indexOf('/');
  if (month < 5 || text.charCodeAt(month + 4) !== 47 || !dates.scan(text, month - 2)) return NOT_MINE;
  const client = CLIENT.exec(text.slice(0, month - 2));
  const request = REQUEST.exec(text.slice(dates.end, dates.end + 8300));
  if (client === null || request === null) return NOT_MINE;
  dates.set(event, context);
  setSource(event, client[1] ?? '');
  if (client[2] !== '' && client[2] !== '-') event.user = client[2] ?? null;
  event.protocol = 'http';
  event.method = request[1] ?? null;
  event.path = plainText(request[2] ?? '');
  setStatus(event, request[3] ?? '');
  event.severity = severityOfStatus(event.status);
  event.message = `${event.method} ${event.path} ${request[3]}`;
  return READ;
}
