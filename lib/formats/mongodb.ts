import type { LogEvent, Severity } from '@/lib/events';
import { setSource } from './assign-field';
import { compactJson } from './compact-json';
import { type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { setJsonTime } from './json-time';
import { cut, integerOf, isObject, numberOf, objectOf, textOf } from './json-value';

const ATTRIBUTES_MAX = 32;
const SEVERITIES: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  ['F', 'critical'],
  ['E', 'error'],
  ['W', 'warning'],
  ['I', 'info'],
  ['D', 'debug'],
]);

export const mongodb: ObjectFormat = {
  name: 'mongodb',
  title: 'MongoDB server',
  about: 'Structured log of MongoDB 4.4 and newer: severity as a letter, component, context and attributes.',
  source: 'https://www.mongodb.com/docs/manual/reference/log-messages/',
  type: null,
  reads: 'object',
  read(object, event, context) {
    const { t, s, c, msg } = object;
    if (!isObject(t) || typeof s !== 'string' || typeof c !== 'string' || typeof msg !== 'string') return NOT_MINE;
    const severity = SEVERITIES.get(s.charAt(0));
    if (severity === undefined || !setJsonTime(event, context, t.$date)) return NOT_MINE;
    event.severity = severity;
    event.caller ??= c === '-' ? null : cut(c);
    event.setAttribute('context', cut(textOf(object.ctx) ?? ''));
    event.setAttribute('id', integerOf(object.id));
    const attributes = objectOf(object.attr);
    if (attributes !== null) readAttributes(attributes, event);
    const error = textOf(attributes?.error) ?? textOf(objectOf(attributes?.error)?.errmsg);
    event.message = error === null ? msg : `${msg}: ${cut(error)}`;
    return READ;
  },
  examples: [
    {
      text: '{"t":{"$date":"2024-05-06T07:08:09.250+00:00"},"s":"I","c":"NETWORK","id":22943,"ctx":"listener","msg":"Connection accepted","attr":{"remote":"10.0.0.7:40100","connectionId":7}}',
      event: {
        time: 1_714_979_289_250_000,
        severity: 'info',
        caller: 'NETWORK',
        srcIp: '10.0.0.7',
        srcPort: 40100,
        message: 'Connection accepted',
      },
    },
    {
      text: '{"t":{"$date":"2024-05-06T07:08:09.250Z"},"s":"W","c":"COMMAND","id":51803,"ctx":"conn7","msg":"Slow query","attr":{"ns":"shop.carts","command":{"find":"carts"},"durationMillis":1503}}',
      event: { severity: 'warning', durationMs: 1503, message: 'Slow query' },
    },
    { text: '{"t":{"$date":"soon"},"s":"I","c":"NETWORK","msg":"x"}', event: null },
    { text: '{"t":1714979289,"s":"I","c":"x","msg":"x"}', event: null },
  ],
};

function readAttributes(attributes: JsonObject, event: LogEvent): void {
  let left = ATTRIBUTES_MAX;
  for (const key of Object.keys(attributes)) {
    if (left-- === 0) return;
    const value = attributes[key];
    if (value === null || value === undefined) continue;
    if (key === 'durationMillis') event.durationMs = numberOf(value);
    else if ((key === 'remote' || key === 'client') && typeof value === 'string' && setSource(event, value)) continue;
    else if (typeof value === 'object') event.setAttribute(`attr.${cut(key)}`, compactJson(value));
    else event.setAttribute(`attr.${cut(key)}`, typeof value === 'string' ? cut(value) : value);
  }
}
