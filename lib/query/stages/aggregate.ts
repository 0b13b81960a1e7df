import type { FieldReference } from '../field-reference';
import { FUNCTIONS } from '../functions';
import type { AggregateCall } from '../pipeline/steps';
import type { Span } from '../query-error';
import { readAggregates } from './read-aggregates';
import type { StageMember } from './stage';
import { aggregateWords, byWords, printAggregates, printBy } from './stage-text';

/** `count, sum bytes by pod`: figures, of all rows or of each group of them. */
export interface Aggregate {
  readonly kind: 'aggregate';
  readonly aggregates: readonly AggregateCall[];
  readonly by: readonly FieldReference[];
  readonly at: Span;
}

export const aggregate: StageMember<Aggregate> = {
  kind: 'aggregate',
  title: 'Figures: count, sum, avg, min, max, quantile, distinct',
  about:
    'One figure or several, of everything or of each group: by one field or several. Events without a field form a group of their own. The largest first figure comes first. Parentheses are optional, as names a column.',
  names: FUNCTIONS.flatMap(({ names }) => names),
  body: 'calls',
  read(reader, at) {
    if (reader.takeWord('stats') || reader.takeWord('summarize')) reader.take('comma');
    const aggregates = readAggregates(reader);
    const by = reader.by();
    reader.finish('count, sum bytes by pod: figures first, then by and fields, with commas between');
    return { kind: 'aggregate', aggregates, by, at };
  },
  plan: ({ aggregates, by }) => [{ kind: 'group', aggregates, by, bucket: null, unseenForMs: null }],
  words: ({ aggregates, by }) => `${aggregateWords(aggregates)}${byWords(by)}`,
  print: ({ aggregates, by }) => `${printAggregates(aggregates)}${printBy(by)}`,
  examples: [
    {
      query: 'type:audit | count by user',
      words: 'Events where type is audit; how many there are for each user.',
      gives: [
        ['user', 'count'],
        ['ada', 3],
        ['bob', 2],
      ],
    },
    {
      query: 'type:network | count, sum bytes by src_pod',
      words: 'Events where type is network; how many there are and the sum of bytes for each source pod.',
      gives: [
        ['src_pod', 'count', 'sum_bytes'],
        ['web', 2, 3000],
        ['batch', 1, 5000],
      ],
    },
    {
      query: '* | max(bytes) as largest, p50(bytes) by type',
      words: 'All events; the largest bytes and the median of bytes for each type.',
      gives: [
        ['type', 'largest', 'p50_bytes'],
        ['network', 5000, 2000],
        ['audit', null, null],
      ],
    },
    {
      query: '* | distinct verb by user',
      words: 'All events; how many different values verb has for each user.',
      gives: [
        ['user', 'distinct_verb'],
        ['ada', 2],
        ['bob', 2],
        [null, 0],
      ],
    },
  ],
};
