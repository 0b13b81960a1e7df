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

/** The lines of a bulk request that announce a document; the document is the next line. */
export const searchBulk: ObjectFormat = {
  name: 'search-bulk',
  title: 'Elasticsearch and OpenSearch bulk actions',
  about: 'The lines between the documents of a bulk request, which say where the next document goes.',
  source: 'https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk',
  type: null,
  reads: 'object',
  read(object, event) {
    const action = ACTIONS.find((name) => isAction(object, name));
    if (action === undefined) return NOT_MINE;
    const about = objectOf(object[action]);
    const index = textOf(about?._index)?.slice(0, NAME_LENGTH_MAX);
    event.setAttribute('_index', index);
    event.setAttribute('_id', textOf(about?._id)?.slice(0, NAME_LENGTH_MAX));
    event.severity = 'debug';
    event.message = index === undefined ? `bulk ${action}` : `bulk ${action} ${index}`;
    return READ;
  },
  examples: [
    {
      text: '{"index":{"_index":"logs-2024.05.06","_id":"0a1b"}}',
      event: { message: 'bulk index logs-2024.05.06', severity: 'debug' },
    },
    { text: '{"create":{}}', event: { message: 'bulk create' } },
    { text: '{"index":{"size":3}}', event: null },
    { text: '{"delete":{"_id":"7"},"level":"info"}', event: null },
  ],
};

function isAction(object: JsonObject, name: string): boolean {
  const about = object[name];
  if (about === undefined || !isObject(about)) return false;
  for (const key in object) if (key !== name) return false;
  for (const key in about) if (!ACTION_KEYS.has(key)) return false;
  return true;
}
