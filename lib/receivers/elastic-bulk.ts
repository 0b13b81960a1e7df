import { createHash } from 'node:crypto';
import { z } from 'zod';
import { REFUSAL_STATUS } from './answers';
import {
  type Answer,
  BadBody,
  type BatchReceiver,
  type ReceivedRecord,
  type ReceivedRequest,
  type Refusal,
  type StoredRecords,
} from './receiver';

const PATH = /^(?:\/elastic)?(?:\/([^/]{1,255}))?\/_bulk\/?$/;
const NEWLINE = 0x0a;
/** What Elasticsearch's own clients look for in every answer. */
export const PRODUCT = { 'x-elastic-product': 'Elasticsearch' } as const;

const about = z.object({ _index: z.string().max(512).optional(), _id: z.union([z.string(), z.number()]).nullish() });
const action = z.union([
  z.object({ index: about }),
  z.object({ create: about }),
  z.object({ update: about }),
  z.object({ delete: about }),
]);
type Operation = 'index' | 'create' | 'update' | 'delete';

/** One action of a request and the record that it brings; null: none that could be stored. */
interface Item {
  readonly operation: Operation;
  readonly index: string;
  readonly id: string | null;
  readonly record: ReceivedRecord | null;
}

/** The bulk interface of Elasticsearch and OpenSearch, as far as shippers use it. */
export const elasticBulk: BatchReceiver = {
  name: 'elastic',
  title: 'Elasticsearch bulk',
  about:
    'Documents as Filebeat, Fluent Bit, Fluentd, Logstash, Vector, rsyslog and the clients of Elasticsearch and OpenSearch send them. Takes documents in and nothing else: a document that is created under an _id a second time is refused as a duplicate.',
  source: 'https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk',
  flow: 'batch',
  takes: ({ method, path }) => (method === 'POST' || method === 'PUT') && PATH.test(path),
  hearsNoRefusal,
  read(body, { path }) {
    const items = itemsOf(body, PATH.exec(path)?.[1] ?? 'logs');
    const records = items.flatMap(({ record }) => record ?? []);
    return { records, answer: (stored) => bulkAnswer(items, stored) };
  },
  refused,
  examples: [
    {
      path: '/_bulk',
      body: '{"create":{"_index":"logs","_id":"7"}}\n{"message":"one"}\n{ "index" : {} }\n{"message":"two"}\n{"delete":{"_id":"7"}}\n',
      records: [
        { text: '{"message":"one"}', key: 'logs 7' },
        { text: '{"message":"two"}', key: null },
      ],
      answer: { status: 200, body: '{"took":1,"errors":true,"items":[{"create":{"_index":"logs","_id":"7"' },
    },
    {
      path: '/filebeat/_bulk',
      body: '{"create":{}}\n{"message":"one"}\n',
      records: [{ text: '{"message":"one"}', hints: { ...noHints(), attributes: { _index: 'filebeat' } } }],
      answer: { status: 200, body: '{"took":1,"errors":false,"items":[{"create":{"_index":"filebeat"' },
    },
    { path: '/_bulk', body: '{"create":{}}\n{"message": broken\n', records: [{ text: '{"message": broken' }] },
    { path: '/_bulk', body: 'no action\n{"message":"one"}\n', records: null },
  ],
};

function noHints() {
  return { time: null, severity: null, stream: null, place: {} };
}

function itemsOf(body: Buffer, indexOfPath: string): Item[] {
  const items: Item[] = [];
  const lines = linesOf(body);
  for (let line = lines.next(); line.done !== true; line = lines.next()) {
    const { operation, index = indexOfPath, id } = actionOf(line.value, items.length);
    if (operation === 'delete') {
      items.push({ operation, index, id, record: null });
      continue;
    }
    const document = lines.next();
    if (document.done === true) throw new BadBody(`action ${items.length + 1} has no document`);
    const record = operation === 'update' ? null : recordOf(document.value, operation, index, id);
    items.push({ operation, index, id, record });
  }
  return items;
}

function* linesOf(body: Buffer): Generator<string> {
  for (let start = 0; start < body.length; ) {
    const newline = body.indexOf(NEWLINE, start);
    const end = newline === -1 ? body.length : newline;
    const line = body.toString('utf8', start, end).trim();
    if (line !== '') yield line;
    start = end + 1;
  }
}

function actionOf(line: string, place: number): { operation: Operation; index?: string; id: string | null } {
  const parsed = action.safeParse(jsonOf(line));
  if (!parsed.success) throw new BadBody(`Malformed action/metadata line [${place * 2 + 1}]`);
  const [[operation, said] = []] = Object.entries(parsed.data);
  if (operation !== 'index' && operation !== 'create' && operation !== 'update' && operation !== 'delete')
    throw new BadBody(`Malformed action/metadata line [${place * 2 + 1}]`);
  const { _index, _id } = about.parse(said);
  const id = _id === null || _id === undefined ? null : String(_id).slice(0, 512);
  return _index === undefined ? { operation, id } : { operation, index: _index, id };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The same document under the same id is the same; with `create` the id alone says so. */
function recordOf(text: string, operation: Operation, index: string, id: string | null): ReceivedRecord {
  const content = operation === 'create' ? '' : ` ${createHash('sha256').update(text).digest('base64')}`;
  return {
    text,
    hints: { ...noHints(), attributes: { _index: index } },
    key: id === null ? null : `${index} ${id}${content}`,
  };
}

/** Fluent Bit looks for `"errors":false,"items":[` in the first bytes, so the order of keys is part of the protocol. */
function bulkAnswer(items: readonly Item[], stored: StoredRecords): Answer {
  let place = 0;
  let errors = false;
  const results = items.map(({ operation, index, id, record }) => {
    const head = { _index: index, _id: id ?? `t${place}`, _version: 1 };
    if (record === null) {
      errors = true;
      const error = {
        type: 'illegal_argument_exception',
        reason: `${operation} is not supported: logs are added only`,
      };
      return { [operation]: { _index: index, _id: id ?? '', status: 400, error } };
    }
    const isNew = stored[place] !== false;
    place += 1;
    if (!isNew && operation === 'create') {
      errors = true;
      const error = { type: 'version_conflict_engine_exception', reason: `[${id}]: document already exists` };
      return { [operation]: { _index: index, _id: id, status: 409, error } };
    }
    const shards = { total: 1, successful: 1, failed: 0 };
    const result = isNew ? { result: 'created', status: 201 } : { result: 'updated', status: 200 };
    const { status, ...rest } = result;
    return { [operation]: { ...head, ...rest, _shards: shards, _seq_no: 0, _primary_term: 1, status } };
  });
  return elasticAnswer(200, { took: 1, errors, items: results });
}

/** rsyslog names itself nowhere, and it drops a batch that was answered with an error instead of items. */
export function hearsNoRefusal({ headers }: ReceivedRequest): boolean {
  return headers['user-agent'] === undefined;
}

export function refused(_request: ReceivedRequest, why: Refusal, reason: string): Answer {
  const status = why === 'gone' ? 404 : REFUSAL_STATUS[why];
  const type = why === 'busy' ? 'es_rejected_execution_exception' : `${why.replaceAll('-', '_')}_exception`;
  return elasticAnswer(status, { error: { type, reason }, status });
}

export function elasticAnswer(status: number, body: unknown): Answer {
  return { status, type: 'application/json', body: JSON.stringify(body), headers: PRODUCT };
}
