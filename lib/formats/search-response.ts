import { NOT_MINE, type ObjectFormat, Several } from './format';
import { arrayOf, isObject, objectOf } from './json-value';

/** The answer to a search, whole: saved from a console or by `curl`. */
export const searchResponse: ObjectFormat = {
  name: 'search-response',
  title: 'Elasticsearch and OpenSearch answers',
  about: 'The answer to a search with all of its hits; each becomes an event.',
  source: 'https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-search',
  type: null,
  envelope: true,
  reads: 'object',
  read(object) {
    const outer = objectOf(object.hits) ?? objectOf(objectOf(object.rawResponse)?.hits);
    const hits = arrayOf(outer?.hits).filter(isObject);
    if (hits.length === 0 || !hits.every((hit) => isObject(hit._source))) return NOT_MINE;
    return new Several(hits);
  },
  examples: [
    {
      text: '{"took":3,"timed_out":false,"hits":{"total":{"value":2,"relation":"eq"},"hits":[{"_index":"logs","_id":"1","_source":{"message":"ready"}},{"_index":"logs","_id":"2","_source":{"message":"steady"}}]}}',
      event: { message: '' },
      contents: [
        '{"_index":"logs","_id":"1","_source":{"message":"ready"}}',
        '{"_index":"logs","_id":"2","_source":{"message":"steady"}}',
      ],
    },
    { text: '{"took":3,"hits":{"total":0,"hits":[]}}', event: null },
    { text: '{"hits":{"hits":["one","two"]},"msg":"cache"}', event: null },
  ],
};
