import { type JsonObject, NOT_MINE, type ObjectFormat } from './format';
import { objectOf, textOf } from './json-value';

const NAME_LENGTH_MAX = 512;
/** Documents of Elasticsearch and OpenSearch as searches and dumps have them, around the record itself. */
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
    if (source === null) return NOT_MINE;
    event.setAttribute('_index', textOf(object._index)?.slice(0, NAME_LENGTH_MAX));
    event.setAttribute('_id', textOf(object._id)?.slice(0, NAME_LENGTH_MAX));
    return source;
  },
  examples: [
    {
      text: '{"_index":"logs-2024.05.06","_id":"0a1b","_score":1,"_source":{"@timestamp":"2024-05-06T07:08:09Z","message":"ready"}}',
      event: { message: '' },
      content: '{"@timestamp":"2024-05-06T07:08:09Z","message":"ready"}',
    },
    { text: '{"doc":{"message":"ready"}}', event: { message: '' }, content: '{"message":"ready"}' },
    { text: '{"_source":"wire","message":"ready"}', event: null },
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
