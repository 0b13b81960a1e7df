import { severityFromWord } from '@/lib/events';
import { NOT_MINE, type ObjectFormat, READ } from './format';
import { readJsonRecord } from './json-record';
import { arrayOf, isObject, objectOf, textOf } from './json-value';

export const tracingJson: ObjectFormat = {
  name: 'rust-tracing-json',
  title: 'Rust tracing as JSON',
  about: 'tracing-subscriber’s JSON: level, target, the fields of the event, and the spans that it happened in.',
  source: 'https://docs.rs/tracing-subscriber, fmt::format::Json',
  type: null,
  reads: 'object',
  read(object, event, context) {
    const { fields, target, level } = object;
    if (!isObject(fields) || typeof target !== 'string' || typeof level !== 'string') return NOT_MINE;
    if (severityFromWord(level) === null) return NOT_MINE;
    const spans = arrayOf(object.spans).map((span) => textOf(objectOf(span)?.name) ?? '');
    const names = spans.length > 0 ? spans.join(':') : (textOf(objectOf(object.span)?.name) ?? undefined);
    // The fields of the spans stay in the original.
    readJsonRecord({ ...object, fields: undefined, spans: undefined, ...fields, span: names }, event, context);
    return READ;
  },
  examples: [
    {
      text: '{"timestamp":"2024-05-06T07:08:09.250123Z","level":"WARN","fields":{"message":"slow disk","status":503,"items":3},"target":"shop::cart","span":{"id":7,"name":"load"},"spans":[{"name":"request"},{"id":7,"name":"load"}],"threadId":"ThreadId(7)"}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 250) * 1000 + 123,
        severity: 'warning',
        caller: 'shop::cart',
        status: 503,
        attributes: Object.assign(Object.create(null), { threadId: 'ThreadId(7)', items: 3, span: 'request:load' }),
        message: 'slow disk',
      },
    },
    { text: '{"timestamp":"2024-05-06T07:08:09Z","level":"INFO","target":"shop","message":"flattened"}', event: null },
    { text: '{"level":"odd","fields":{"message":"x"},"target":"shop"}', event: null },
  ],
};
