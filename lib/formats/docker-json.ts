import { type JsonObject, NOT_MINE, type ObjectFormat } from './format';
import { setJsonTime } from './json-time';
import { cut, isObject, objectOf } from './json-value';

/** Docker's json-file driver. A line longer than 16 KiB comes in pieces, of which only the last ends with a line break. */
export const dockerJson: ObjectFormat = {
  name: 'docker-json',
  title: 'Docker json-file',
  about: 'One object per line of a container’s output. Lines longer than 16 KiB come in pieces and are joined.',
  source: 'https://docs.docker.com/engine/logging/drivers/json-file/',
  type: null,
  envelope: true,
  reads: 'object',
  read(object, event, context) {
    const { log, stream, time } = object;
    if (typeof log !== 'string' || typeof time !== 'string') return NOT_MINE;
    if (stream !== 'stdout' && stream !== 'stderr') {
      if (stream !== undefined || !hasOnlyOwnKeys(object)) return NOT_MINE;
    }
    if (!setJsonTime(event, context, time)) return NOT_MINE;
    if (typeof stream === 'string') event.stream = stream;
    const attributes = objectOf(object.attrs);
    for (const name of attributes === null ? [] : Object.keys(attributes).slice(0, 32)) {
      const value = attributes?.[name];
      if (typeof value === 'string') event.setAttribute(`attrs.${name}`, cut(value));
    }
    // Shippers that enrich the record (`kubernetes`, `docker`) have cut the line break off.
    context.partial = !log.endsWith('\n') && !isObject(object.kubernetes) && hasOnlyOwnKeys(object);
    return withoutLineBreak(log);
  },
  examples: [
    {
      text: '{"log":"ready on port 8080\\n","stream":"stdout","time":"2024-05-06T07:08:09.123456789Z"}',
      event: { time: Date.UTC(2024, 4, 6, 7, 8, 9, 123) * 1000 + 456, stream: 'stdout' },
      content: 'ready on port 8080',
    },
    {
      text: '{"log":"first half, ","stream":"stderr","time":"2024-05-06T07:08:09Z"}',
      event: { stream: 'stderr' },
      content: 'first half, ',
    },
    { text: '{"log":"cleaned","time":"2024-05-06T07:08:09Z","level":"info"}', event: null },
    { text: '{"log":{"level":"info"},"time":"2024-05-06T07:08:09Z","stream":"stdout"}', event: null },
  ],
};

function hasOnlyOwnKeys(object: JsonObject): boolean {
  for (const key in object) {
    if (key !== 'log' && key !== 'stream' && key !== 'time' && key !== 'attrs') return false;
  }
  return true;
}

function withoutLineBreak(log: string): string {
  if (!log.endsWith('\n')) return log;
  return log.slice(0, log.endsWith('\r\n') ? -2 : -1);
}
