import { type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { readJsonRecord } from './json-record';
import { setJsonTime } from './json-time';
import { cut, objectOf, textOf } from './json-value';

const COLUMNS_MAX = 8;

export const osquery: ObjectFormat = {
  name: 'osquery',
  title: 'osquery results',
  about: 'Rows that a scheduled query found on a machine: added, removed, or all of a snapshot.',
  source: 'https://osquery.readthedocs.io/en/stable/deployment/logging/',
  type: 'node',
  reads: 'object',
  read(object, event, context) {
    const { action, unixTime: time } = object;
    const query = textOf(object.name);
    const node = textOf(object.hostIdentifier);
    if (query === null || node === null || typeof action !== 'string') return NOT_MINE;
    const columns = objectOf(object.columns);
    if (columns === null && !Array.isArray(object.snapshot)) return NOT_MINE;
    event.type = 'node';
    event.component = 'osquery';
    event.node = node;
    event.severity = 'info';
    if (!setJsonTime(event, context, time)) setJsonTime(event, context, object.calendarTime);
    event.message = cut(`${query} ${action}${columnsOf(columns)}`);
    event.setAttribute('query', cut(query));
    const { name: _name, snapshot: _snapshot, unixTime: _time, calendarTime: _calendar, ...rest } = object;
    readJsonRecord(rest, event, context);
    return READ;
  },
  examples: [
    {
      text: '{"name":"pack_lab_listening","hostIdentifier":"node-1","calendarTime":"Mon May  6 07:08:09 2024 UTC","unixTime":1714979289,"counter":1,"columns":{"port":"4444","path":"/tmp/x"},"action":"added"}',
      event: {
        time: 1714979289000000,
        type: 'node',
        node: 'node-1',
        message: 'pack_lab_listening added port=4444 path=/tmp/x',
      },
    },
    {
      text: '{"name":"users","hostIdentifier":"node-1","unixTime":"1714979289","action":"snapshot","snapshot":[{"username":"ann"}]}',
      event: { time: 1714979289000000, message: 'users snapshot' },
    },
    { text: '{"name":"cart","action":"added","columns":{"id":"7"}}', event: null },
    { text: '{"name":"cart","hostIdentifier":"node-1","action":"added"}', event: null },
  ],
};

function columnsOf(columns: JsonObject | null): string {
  return Object.entries(columns ?? {})
    .slice(0, COLUMNS_MAX)
    .map(([name, value]) => ` ${name}=${String(value)}`)
    .join('');
}
