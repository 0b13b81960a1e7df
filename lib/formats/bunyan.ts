import { type Severity, severityFromWord } from '@/lib/events';
import { type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { readJsonRecord } from './json-record';

/** Ten per step; a custom level counts as the step below it. */
const STEPS: readonly (Severity | undefined)[] = [undefined, 'trace', 'debug', 'info', 'warning', 'error', 'critical'];

/** Node.js loggers with numeric levels and the process in every record. */
export const bunyan: ObjectFormat = {
  name: 'bunyan',
  title: 'Bunyan and Pino',
  about: 'Node.js loggers: levels 10 (trace) to 60 (fatal), time as milliseconds or text, host name and process.',
  source: 'https://getpino.io/#/docs/api?id=logger-level',
  type: null,
  reads: 'object',
  read(object, event, context) {
    const { level, time } = object;
    if (time === undefined || !(hasProcess(object) || hasStep(object))) return NOT_MINE;
    if (typeof time !== 'number' && typeof time !== 'string') return NOT_MINE;
    if (typeof level === 'number') event.severity = STEPS[Math.min(6, Math.trunc(level / 10))] ?? null;
    else if (typeof level !== 'string' || severityFromWord(level) === null) return NOT_MINE;
    if (typeof object.name === 'string') event.component ??= object.name;
    readJsonRecord(object, event, context);
    return READ;
  },
  examples: [
    {
      text: '{"name":"cart","hostname":"cart-0","pid":7,"level":50,"msg":"payment refused","time":"2024-05-06T07:08:09.250Z","v":0}',
      event: {
        time: 1_714_979_289_250_000,
        severity: 'error',
        component: 'cart',
        pid: 7,
        message: 'payment refused',
      },
    },
    {
      text: '{"level":30,"time":1714979289250,"pid":7,"hostname":"cart-0","req":{"method":"GET","url":"/items","remoteAddress":"10.0.0.7"},"res":{"statusCode":200},"responseTime":12,"msg":"request completed"}',
      event: { time: 1_714_979_289_250_000, severity: 'info', path: '/items', status: 200, durationMs: 12 },
    },
    {
      text: '{"level":30,"time":1714979289250,"msg":"no process"}',
      event: { severity: 'info', message: 'no process' },
    },
    { text: '{"level":3,"time":1714979289250,"msg":"another scale"}', event: null },
    { text: '{"level":"info","time":1714979289250,"msg":"another logger"}', event: null },
  ],
};

function hasProcess(object: JsonObject): boolean {
  return object.hostname !== undefined && typeof object.pid === 'number';
}

/** Pino may be told to leave the process out; its levels still give it away. */
function hasStep({ level, msg }: JsonObject): boolean {
  return typeof msg === 'string' && typeof level === 'number' && level % 10 === 0 && level >= 10 && level <= 60;
}
