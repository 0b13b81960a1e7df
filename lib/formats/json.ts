import { NOT_MINE, type ObjectFormat, READ } from './format';
import { readJsonRecord } from './json-record';

/** Whatever logger wrote it: the last of the object formats, which takes every object. */
export const json: ObjectFormat = {
  name: 'json',
  title: 'JSON',
  about: 'Objects of any logger. Time, level, message, HTTP and place are found by their usual names, in any case.',
  source: 'https://www.rfc-editor.org/rfc/rfc8259',
  type: null,
  reads: 'object',
  generic: true,
  read(object, event, context) {
    for (const _key in object) {
      readJsonRecord(object, event, context);
      return READ;
    }
    return NOT_MINE;
  },
  examples: [
    {
      text: '{"Timestamp":"2024-05-06T07:08:09.5+02:00","Level":"Warn","Message":"slow","http":{"method":"GET","url":"https://shop.example:8443/items?id=1","status_code":200},"duration_ms":1503.5,"client":{"ip":"192.0.2.7"},"cart":{"size":3,"ids":[1,2]}}',
      event: {
        time: Date.UTC(2024, 4, 6, 5, 8, 9, 500) * 1000,
        severity: 'warning',
        message: 'slow',
        method: 'GET',
        host: 'shop.example',
        path: '/items?id=1',
        status: 200,
        durationMs: 1503.5,
        srcIp: '192.0.2.7',
        attributes: Object.assign(Object.create(null), { 'cart.size': 3, 'cart.ids': '[1,2]' }),
      },
    },
    {
      text: '{"time":1714979289,"method":"POST","path":"/pay","status":502,"remote_addr":"10.0.0.7:40100"}',
      event: {
        time: 1_714_979_289_000_000,
        message: 'POST /pay 502',
        severity: 'error',
        srcIp: '10.0.0.7',
        srcPort: 40100,
      },
    },
    {
      text: '{"time_local":"02/Jan/2024:03:04:05 +0100","remote_addr":"10.0.0.7","request":"GET /items?id=1 HTTP/1.1","status":"404","request_time":"0.250","body_bytes_sent":"15"}',
      event: {
        time: 1704161045000000,
        method: 'GET',
        path: '/items?id=1',
        status: 404,
        durationMs: 250,
        bytes: 15,
        severity: 'warning',
        message: 'GET /items?id=1 404',
      },
    },
    { text: '{"level":50,"timestamp":1714979289250,"msg":"no process"}', event: { severity: 'error' } },
    {
      text: '{"timestamp":"2024-01-02 03:04:05.678 UTC","pid":34,"error_severity":"LOG","message":"checkpoint starting"}',
      event: { time: 1704164645678000, timeGuess: 0, severity: 'info', pid: 34 },
    },
    {
      text: '{"version":"1.1","host":"node-1","short_message":"slow","timestamp":1714979289.25,"level":4}',
      event: { severity: 'warning', message: 'slow' },
    },
    {
      text: '{"instant":{"epochSecond":1714979289,"nanoOfSecond":250000000},"thread":"main","level":"WARN ","loggerName":"shop.Cart","message":"slow"}',
      event: { time: 1_714_979_289_250_000, severity: 'warning', caller: 'shop.Cart' },
    },
    {
      text: '{"EventId":14,"LogLevel":"Information","Category":"Shop.Cart","Message":"Ready"}',
      event: { severity: 'info', caller: 'Shop.Cart', message: 'Ready' },
    },
    {
      text: '{"__proto__":{"polluted":"no"},"msg":"harmless","time":0.25}',
      event: { message: 'harmless', time: null },
    },
    { text: '{}', event: null },
  ],
};
