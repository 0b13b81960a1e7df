import { setSource } from './assign-field';
import { NOT_MINE, type ObjectFormat, READ } from './format';
import { readJsonRecord } from './json-record';
import { jsonSeverity } from './json-severity';
import { setJsonTime } from './json-time';
import { isObject, textOf } from './json-value';

export const cloudnativePg: ObjectFormat = {
  name: 'cloudnative-pg',
  title: 'CloudNativePG',
  about: 'PostgreSQL’s records as the CloudNativePG operator prints them: an object in the object of its own logger.',
  source: 'https://cloudnative-pg.io/documentation/current/logging/',
  type: null,
  reads: 'object',
  read(object, event, context) {
    const { record, logging_pod: pod } = object;
    if (!isObject(record) || typeof pod !== 'string' || typeof record.error_severity !== 'string') return NOT_MINE;
    if (!setJsonTime(event, context, record.log_time)) setJsonTime(event, context, object.ts);
    event.severity = jsonSeverity('error_severity', record.error_severity, record);
    event.pod ??= pod;
    setSource(event, textOf(record.connection_from) ?? '');
    const { user_name, process_id, message, ...rest } = record;
    const known = { user: user_name, pid: process_id, message, logger: object.logger };
    const { log_time: _time, error_severity: _severity, connection_from: _from, ...more } = rest;
    readJsonRecord({ ...known, ...more }, event, context);
    return READ;
  },
  examples: [
    {
      text: '{"level":"info","ts":"2024-05-06T07:08:09Z","logger":"postgres","msg":"record","logging_pod":"db-1","record":{"log_time":"2024-05-06 07:08:09.250 UTC","user_name":"ann","database_name":"shop","process_id":"34","connection_from":"10.0.0.7:40100","error_severity":"ERROR","sql_state_code":"42P01","message":"no carts"}}',
      event: {
        time: 1_714_979_289_250_000,
        severity: 'error',
        pod: 'db-1',
        user: 'ann',
        pid: 34,
        srcIp: '10.0.0.7',
        message: 'no carts',
      },
    },
    { text: '{"level":"info","ts":"2024-05-06T07:08:09Z","msg":"record","logging_pod":"db-1"}', event: null },
  ],
};
