import type { Attribute } from '@/lib/events';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { joinedTexts, objectOf } from './json-value';
import { fillFromZeek } from './zeek-record';

const KEYS_MAX = 128;

/** Zeek's logs as objects, by its own JSON writer, its streaming package or Corelight's sensors. */
export const zeekJson: ObjectFormat = {
  name: 'zeek-json',
  title: 'Zeek logs as JSON',
  about: 'The records of Zeek’s logs as objects, one a line; `_path` names the log, or its fields show which it is.',
  source: 'https://docs.zeek.org/en/master/log-formats.html#zeek-json-format-logs',
  type: 'network',
  reads: 'object',
  read(object, event, context) {
    if (object.ts === undefined) return NOT_MINE;
    const path = pathOf(object);
    if (path === null) return NOT_MINE;
    fillFromZeek(path, valuesOf(object), event, context);
    return READ;
  },
  examples: [
    {
      text: '{"_path":"dns","_write_ts":"2024-05-06T07:08:09.251000Z","ts":"2024-05-06T07:08:09.250500Z","uid":"Cab124","id.orig_h":"10.0.1.7","id.orig_p":40100,"id.resp_h":"10.0.0.10","id.resp_p":53,"proto":"udp","trans_id":77,"rtt":0.0015,"query":"cart.example","qtype":1,"qtype_name":"A","rcode":0,"rcode_name":"NOERROR","RD":true,"answers":["db.example","10.0.2.9"],"TTLs":[300.0],"rejected":false}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 250) * 1000 + 500,
        type: 'network',
        protocol: 'dns',
        host: 'cart.example',
        verdict: 'noerror',
        durationMs: 1.5,
        srcIp: '10.0.1.7',
        dstPort: 53,
        message: 'A cart.example → NOERROR',
      },
    },
    {
      text: '{"ts":1714979289.25,"uid":"C1","id.orig_h":"10.0.1.7","id.orig_p":5000,"id.resp_h":"192.0.2.7","id.resp_p":80,"method":"GET","host":"shop.example","uri":"/items","status_code":404,"user_agent":"curl","response_body_len":12}',
      event: {
        protocol: 'http',
        status: 404,
        severity: 'warning',
        bytes: 12,
        userAgent: 'curl',
        message: 'GET shop.example/items 404',
      },
    },
    {
      text: '{"_path":"notice","ts":"2024-05-06T07:08:09Z","note":"Scan::Port_Scan","msg":"192.0.2.7 scanned 15 ports","src":"192.0.2.7","dst":"10.0.1.7","actions":["Notice::ACTION_LOG"]}',
      event: {
        severity: 'warning',
        reason: 'Scan::Port_Scan',
        srcIp: '192.0.2.7',
        message: 'Scan::Port_Scan 192.0.2.7 scanned 15 ports',
      },
    },
    {
      text: '{"ts":1714979289.25,"uid":"C1","id":{"orig_h":"10.0.1.7","orig_p":5000,"resp_h":"192.0.2.7","resp_p":443},"version":"TLSv12","cipher":"X","server_name":"shop.example","validation_status":"certificate has expired"}',
      event: {
        protocol: 'tls',
        host: 'shop.example',
        severity: 'warning',
        reason: 'certificate has expired',
        dstPort: 443,
      },
    },
    { text: '{"ts":1714979289.25,"level":"info","msg":"ready","uid":"7"}', event: null },
    { text: '{"_path":"dns","query":"no time"}', event: null },
  ],
};

/** Fields that one log has and the others lack. */
const TELLING: readonly (readonly [string, string])[] = [
  ['conn_state', 'conn'],
  ['qtype_name', 'dns'],
  ['qclass', 'dns'],
  ['query', 'dns'],
  ['note', 'notice'],
  ['uri', 'http'],
  ['status_code', 'http'],
  ['cipher', 'ssl'],
  ['server_name', 'ssl'],
  ['auth_success', 'ssh'],
];

/** The log that a record belongs to; null when it is none of Zeek's. */
function pathOf(object: JsonObject): string | null {
  const { _path: path } = object;
  if (typeof path === 'string') return /^[a-z0-9_-]{1,40}$/.test(path) ? path : null;
  const hasEnds = object['id.orig_h'] !== undefined || objectOf(object.id)?.orig_h !== undefined;
  if (!hasEnds || typeof object.uid !== 'string') return null;
  return TELLING.find(([key]) => object[key] !== undefined)?.[1] ?? 'conn';
}

/** Scalars as they are, lists joined, and the ends of the connection also where they are an object of their own. */
function valuesOf(object: JsonObject): Map<string, Attribute> {
  const values = new Map<string, Attribute>();
  for (const key of Object.keys(object).slice(0, KEYS_MAX)) add(values, key, object[key]);
  const ends = objectOf(object.id);
  for (const key of ['orig_h', 'orig_p', 'resp_h', 'resp_p']) add(values, `id.${key}`, ends?.[key]);
  return values;
}

function add(values: Map<string, Attribute>, key: string, value: Json | undefined): void {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') values.set(key, value);
  const joined = Array.isArray(value) ? joinedTexts(value as readonly Json[]) : null;
  if (joined !== null) values.set(key, joined);
}
