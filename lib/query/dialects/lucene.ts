import type { Dialect } from './dialect';
import { Lucene } from './lucene-parser';

/** `_exists_:`, a boost, a fuzzy word, a distance of words, a plus before a term, everything as `*:*`. */
const CERTAIN =
  /(?:^|[\s(!-])(?:_exists_|_missing_):|["\w)]\^\d|["\w]~\d*(?=[\s)]|$)|(?:^|[\s(])\+[A-Za-z_("]|(?:^|[\s(])\*:\*/;
const POSSIBLE = /(?:^|[\s(+!-])(?:message|msg):["(\w*?]/i;

/**
 * The query strings of Elasticsearch, OpenSearch and Graylog. Grammar:
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query
 */
export const lucene: Dialect = {
  name: 'lucene',
  title: 'Lucene',
  likeness(text) {
    if (CERTAIN.test(text)) return 'certain';
    return POSSIBLE.test(text) ? 'possible' : 'no';
  },
  translate: (text) => new Lucene(text).translation(),
  examples: [
    {
      text: '_exists_:user AND NOT _exists_:verb',
      reads: 'user:* and not verb:*',
      finds: [{ user: 'a' }],
      misses: [{ user: 'a', verb: 'get' }, {}],
    },
    {
      text: '+user:alice -verb:get !node:n1',
      reads: 'user:alice and not verb:get and not node:n1',
      finds: [{ user: 'alice' }, { user: 'alice', verb: 'list' }],
      misses: [{ user: 'alice', verb: 'get' }, { user: 'alice', node: 'n1' }, { verb: 'list' }],
    },
    {
      text: '_exists_:status && status:[400 TO 500} && (verb:get || verb:list)',
      reads: 'status:* and status:[400 TO 500} and (verb:get or verb:list)',
      finds: [{ status: 400, verb: 'get' }],
      misses: [
        { status: 500, verb: 'get' },
        { status: 404, verb: 'watch' },
      ],
    },
    {
      text: 'user:bob^2 OR pod:api-*^0.5',
      reads: 'user:bob or pod:api-*',
      finds: [{ user: 'bob' }, { pod: 'api-1' }],
      misses: [{ user: 'ann', pod: 'web' }],
    },
    {
      text: '_exists_:pod AND pod:/web-[0-9]+/ AND src_ip:"10.0.0.0/8"',
      reads: 'pod:* and pod:/^(?:web-[0-9]+)$/ and src_ip:10.0.0.0/8',
      finds: [{ pod: 'web-12', src_ip: '10.1.1.1' }],
      misses: [
        { pod: 'my-web-12', src_ip: '10.1.1.1' },
        { pod: 'web-1', src_ip: '11.0.0.1' },
      ],
    },
    {
      text: '_exists_:verb AND @timestamp:[2026-01-29 TO 2026-01-30]',
      reads: 'verb:* and time>=2026-01-29 and time<2026-01-31',
      finds: [{ verb: 'get', time: '2026-01-30T23:59:59Z' }],
      misses: [
        { verb: 'get', time: '2026-01-31T00:00:00Z' },
        { verb: 'get', time: '2026-01-28T23:00:00Z' },
      ],
    },
    {
      text: 'message:(timeout OR "connection refused")',
      reads: 'message:/\\btimeout\\b/ or message:/\\bconnection\\s+refused\\b/',
      finds: [{ message: 'a timeout here' }, { message: 'connection refused' }],
      misses: [{ message: 'timeouts' }, { message: 'connection was refused' }],
    },
    { text: 'user:alcie~1', refused: /alike/, at: '~1' },
    { text: '_exists_:user AND "a b"~5', refused: /near each other/, at: '~5' },
    { text: '_exists_:user AND a OR b', refused: /parentheses/, at: 'OR' },
    { text: '_exists_:user status:500', refused: /OR where nothing/, at: 'status:500' },
    { text: '+user:bob status:500', refused: /only for the ranking/, at: 'status:500' },
    { text: 'user:bob^2 OR NOT verb:get', refused: /parentheses/, at: 'NOT' },
    { text: '_exists_:a AND book.\\*:(x)', refused: /every field/, at: 'book.\\*' },
    { text: '_exists_:a AND /joh?n/', refused: /message:\//, at: '/joh?n/' },
    { text: '_exists_:a AND name:/a~b/', refused: /Lucene alone/, at: '/a~b/' },
  ],
};
