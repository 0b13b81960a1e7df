import type { LogEvent } from '@/lib/events';
import { type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { isObject, objectOf, textOf } from './json-value';

const NAME_LENGTH_MAX = 512;
const ACTIONS = ['index', 'create', 'update', 'delete'] as const;
/** What the line of a bulk request that announces a document may say of it. */
const ACTION_KEYS: ReadonlySet<string> = new Set([
  '_index',
  '_id',
  '_type',
  'routing',
  '_routing',
  'version',
  'version_type',
  'require_alias',
  'retry_on_conflict',
  'if_seq_no',
  'if_primary_term',
  'pipeline',
  'dynamic_templates',
  'op_type',
]);

/** Documents of Elasticsearch and OpenSearch as searches, dumps and bulk requests have them, around the record itself. */
export const searchHit: ObjectFormat = {
  name: 'search-hit',
  title: 'Elasticsearch and OpenSearch documents',
  about:
    'Hits of a search or lines of a dump (`_source`), and bulk requests: a line that announces a document, then it.',
  source: 'https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk',
  type: null,
  envelope: true,
  reads: 'object',
  read(object, event) {
    const source = sourceOf(object);
    if (source !== null) {
      readOrigin(object, event);
      return source;
    }
    const action = ACTIONS.find((name) => isAction(object, name));
    if (action === undefined) return NOT_MINE;
    const about = objectOf(object[action]) ?? {};
    readOrigin(about, event);
    event.severity = 'info';
    event.message = `bulk ${action} ${textOf(about._index)?.slice(0, NAME_LENGTH_MAX) ?? ''}`.trimEnd();
    return READ;
  },
  examples: [
    {
      text: '{"_index":"logs-2024.05.06","_id":"0a1b","_score":1,"_source":{"@timestamp":"2024-05-06T07:08:09Z","message":"ready"}}',
      event: { message: '' },
      content: '{"@timestamp":"2024-05-06T07:08:09Z","message":"ready"}',
    },
    {
      text: '{"index":{"_index":"logs-2024.05.06","_id":"0a1b"}}',
      event: { message: 'bulk index logs-2024.05.06', severity: 'info' },
    },
    { text: '{"create":{}}', event: { message: 'bulk create' } },
    { text: '{"doc":{"message":"ready"}}', event: { message: '' }, content: '{"message":"ready"}' },
    { text: '{"_source":"wire","message":"ready"}', event: null },
    { text: '{"index":{"size":3}}', event: null },
    { text: '{"delete":{"_id":"7"},"level":"info"}', event: null },
    { text: '{"doc":{"page":1},"level":"info"}', event: null },
  ],
};

/** A hit's document, or the part of one that an update carries. */
function sourceOf(object: JsonObject): JsonObject | null {
  const source = objectOf(object._source);
  if (source !== null) return source;
  const part = objectOf(object.doc);
  if (part === null) return null;
  for (const key in object) if (key !== 'doc' && key !== 'doc_as_upsert' && key !== 'detect_noop') return null;
  return part;
}

function isAction(object: JsonObject, name: string): boolean {
  const about = object[name];
  if (about === undefined || !isObject(about)) return false;
  for (const key in object) if (key !== name) return false;
  for (const key in about) if (!ACTION_KEYS.has(key)) return false;
  return true;
}

function readOrigin(object: JsonObject, event: LogEvent): void {
  event.setAttribute('_index', textOf(object._index)?.slice(0, NAME_LENGTH_MAX));
  event.setAttribute('_id', textOf(object._id)?.slice(0, NAME_LENGTH_MAX));
}
