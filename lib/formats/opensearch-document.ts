import type { LogEvent } from '@/lib/events';
import { type JsonObject, NOT_MINE, type ObjectFormat } from './format';
import { setJsonTime } from './json-time';
import { cut, objectOf, textOf } from './json-value';

/** A flow of a VPC in the default order tells its own time; the document's is that of the pipeline. */
const FLOW = /^\d{1,2} \d{12} eni-/;

/** Documents of OpenSearch integrations: the original line in `body`, and what an ingest pipeline made of it beside. */
export const opensearchDocument: ObjectFormat = {
  name: 'opensearch-document',
  title: 'OpenSearch integration documents',
  about: 'Documents of the Simple Schema for Observability: the line as it was is in `body` and is read again.',
  source: 'https://github.com/opensearch-project/opensearch-catalog, schema/observability/logs',
  type: null,
  envelope: true,
  reads: 'object',
  read(object, event, context) {
    const { body } = object;
    if (typeof body !== 'string' || object['@timestamp'] === undefined) return NOT_MINE;
    if (objectOf(objectOf(object.attributes)?.data_stream) === null) return NOT_MINE;
    if (!FLOW.test(body)) setJsonTime(event, context, object['@timestamp']);
    readOrigin(object, event);
    return body.endsWith('\n') ? body.slice(0, -1) : body;
  },
  examples: [
    {
      text: '{"@timestamp":"2024-05-06T07:08:09Z","body":"2 123456789010 eni-0a1b - - - - - - - 1431280876 1431280934 - NODATA","attributes":{"data_stream":{"dataset":"vpc.flow_log","type":"logs"}},"cloud":{"region":"example-1"}}',
      event: { time: null },
      content: '2 123456789010 eni-0a1b - - - - - - - 1431280876 1431280934 - NODATA',
    },
    {
      text: '{"@timestamp":"2024-05-06T07:08:09Z","body":"ready\\n","attributes":{"data_stream":{"dataset":"shop"}}}',
      event: { time: 1_714_979_289_000_000 },
      content: 'ready',
    },
    { text: '{"@timestamp":"2024-05-06T07:08:09Z","body":"hello","attributes":{"page":"1"}}', event: null },
    { text: '{"body":"hello","attributes":{"data_stream":{"dataset":"a"}}}', event: null },
  ],
};

function readOrigin(object: JsonObject, event: LogEvent): void {
  const cloud = objectOf(object.cloud);
  const dataset = textOf(objectOf(objectOf(object.attributes)?.data_stream)?.dataset);
  const account = textOf(objectOf(cloud?.account)?.id);
  const region = textOf(cloud?.region);
  event.setAttribute('data_stream.dataset', dataset === null ? null : cut(dataset));
  event.setAttribute('cloud.account.id', account === null ? null : cut(account));
  event.setAttribute('cloud.region', region === null ? null : cut(region));
}
