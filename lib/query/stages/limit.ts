import { QueryError, type Span } from '../query-error';
import { readRows } from './frequency';
import type { StageMember } from './stage';

/** `limit 10`: the first rows. */
export interface Limit {
  readonly kind: 'limit';
  readonly rows: number;
  readonly at: Span;
}

export const limit: StageMember<Limit> = {
  kind: 'limit',
  title: 'The first rows: limit',
  about: 'Only the first rows, in the order that they have: of events the newest, of a count the largest.',
  names: ['limit', 'head', 'take'],
  body: 'words',
  read(reader, at) {
    const place = reader.at;
    const rows = readRows(reader);
    if (rows === null) throw new QueryError('how many rows is missing; write limit 10', place);
    reader.finish('limit 10: a number of rows alone');
    return { kind: 'limit', rows, at };
  },
  plan: ({ rows }) => [{ kind: 'limit', rows }],
  words: ({ rows }) => (rows === 1 ? 'the first row' : `the first ${rows}`),
  print: ({ rows }) => `limit ${rows}`,
  examples: [
    {
      query: '* | count by verb | limit 1',
      words: 'All events; how many there are for each verb; the first row.',
      gives: [
        ['verb', 'count'],
        ['list', 3],
      ],
    },
  ],
};
