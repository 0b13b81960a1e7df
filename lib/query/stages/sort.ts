import type { SortKey } from '../pipeline/steps';
import { QueryError, type Span } from '../query-error';
import type { StageMember } from './stage';
import type { StageReader } from './stage-reader';
import { printField } from './stage-text';

/** `sort -bytes, user`: in the order of these fields. */
export interface Sort {
  readonly kind: 'sort';
  readonly keys: readonly SortKey[];
  readonly at: Span;
}

export const sort: StageMember<Sort> = {
  kind: 'sort',
  title: 'In order: sort',
  about:
    'Sorts by one field or several, smallest first; desc behind a field or a minus before it turns it round. Missing values come last.',
  names: ['sort', 'order'],
  body: 'words',
  read(reader, at) {
    reader.takeWord('by');
    const keys = reader.list(() => readKey(reader));
    reader.finish('sort count desc, user or sort -count: fields with commas between');
    return { kind: 'sort', keys, at };
  },
  plan: ({ keys }) => [{ kind: 'sort', keys }],
  words: ({ keys }) =>
    `sorted by ${keys.map(({ field, descending }) => `${field.label}${descending ? ', largest first' : ''}`).join(', then by ')}`,
  print: ({ keys }) =>
    `sort ${keys.map((key) => `${printField(key.field)}${key.descending ? ' desc' : ''}`).join(', ')}`,
  examples: [
    {
      query: 'type:network | sort -bytes | fields src_pod, bytes',
      words: 'Events where type is network; sorted by bytes, largest first; only source pod and bytes.',
      gives: [
        ['src_pod', 'bytes'],
        ['batch', 5000],
        ['web', 2000],
        ['web', 1000],
      ],
    },
    {
      query: 'type:audit | count by user, verb | sort user desc, count',
      words:
        'Events where type is audit; how many there are for each user and verb; sorted by user, largest first, then by count.',
      gives: [
        ['user', 'verb', 'count'],
        ['bob', 'create', 1],
        ['bob', 'list', 1],
        ['ada', 'delete', 1],
        ['ada', 'list', 2],
      ],
    },
  ],
};

function readKey(reader: StageReader): SortKey {
  const { at } = reader;
  const minus = reader.takeRead((word) => (/^[-+]\S/.test(word) ? word : null));
  const sign = minus?.[0] ?? '';
  const field =
    minus === null ? reader.field('sort') : reader.resolve(minus.slice(1), { from: at.from + 1, to: at.to });
  if (field.kind === 'id') throw new QueryError('an id says nothing about order; name another field', at);
  const turned = reader.takeWord('desc') || (reader.takeWord('asc') && false);
  return { field, descending: sign === '-' || turned };
}
