import type { Dialect } from './dialect';
import { Kql } from './kql-parser';

/** A colon with a space before it, a list of nested objects, or a wildcard in a field's name. */
const CERTAIN =
  /(?:^|[\s(])(?:[A-Za-z_@][\w.@-]*\s+:(?:\s|$)|[A-Za-z_@][\w.@-]*:\s*\{\s*[A-Za-z_@][\w.@-]*\s*[:<>]|[A-Za-z_@][\w.@-]*\*[\w.@*-]*:)/;
/** Asks for a whole message where Kibana would look for words in it, or has a space after the colon of a nested name. */
const POSSIBLE =
  /(?:^|[\s(])(?:(?:message|msg)\s*:\s*["(\w]|[A-Za-z_@]\w*\.[\w.@-]*(?<!\.(?:go|c|cc|cpp|py|js|ts|java|rb|rs)):\s+["(\w*])/i;

/** Kibana's language. Grammar: https://www.elastic.co/docs/reference/query-languages/kql */
export const kql: Dialect = {
  name: 'kql',
  title: 'KQL',
  likeness(text) {
    if (CERTAIN.test(text)) return 'certain';
    return POSSIBLE.test(text) ? 'possible' : 'no';
  },
  translate: (text) => new Kql(text).translation(),
  examples: [
    {
      text: 'user.name : "alice" and not verb : (get or list)',
      reads: 'user:alice and not verb:(get or list)',
      finds: [{ user: 'alice', verb: 'delete' }, { user: 'alice' }],
      misses: [{ user: 'alice', verb: 'get' }, { verb: 'delete' }],
    },
    {
      text: 'http.response.status_code : 400 401 404',
      reads: 'status:(400 or 401 or 404)',
      finds: [{ status: 401 }],
      misses: [{ status: 200 }, {}],
    },
    {
      text: 'message : "connection refused" or bytes >= 5',
      reads: 'message:/\\bconnection\\s+refused\\b/ or bytes>=5',
      finds: [{ message: 'dial tcp: connection refused' }, { bytes: 5 }],
      misses: [{ message: 'connections refused' }, { bytes: 4 }],
    },
    {
      text: 'kubernetes.pod.name : api-* and what? : *',
      reads: 'pod:api-* and what\\?:*',
      finds: [{ pod: 'api-7', 'what?': 'x' }],
      misses: [{ pod: 'api-7' }, { pod: 'web', 'what?': 'x' }],
    },
    {
      text: 'host : "a*b" and name : x?y\\*',
      reads: 'host:"a*b" and name:"x?y*"',
      finds: [{ host: 'a*b', name: 'x?y*' }],
      misses: [
        { host: 'axb', name: 'x?y*' },
        { host: 'a*b', name: 'xzyz' },
      ],
    },
    {
      text: '@timestamp >= now-1d and verb : delete',
      reads: 'time>=now-1d and verb:delete',
      finds: [{ time: '2026-01-31T12:00:00Z', verb: 'delete' }],
      misses: [{ time: '2026-01-30T12:00:00Z', verb: 'delete' }],
    },
    { text: 'user:{ first: "Alice" }', refused: /nested/, at: '{' },
    { text: 'kubernetes.*: api', refused: /every field/, at: 'kubernetes.*' },
    { text: 'user : alice smith', refused: /any of these words/, at: 'alice smith' },
    { text: 'verb : get and connection refused', refused: /any of these words/, at: 'connection refused' },
    { text: 'status : abc', refused: /status needs a number/, at: 'abc' },
    { text: 'verb : (get or', refused: /missing/, at: '' },
  ],
};
