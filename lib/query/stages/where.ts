import { describeCondition } from '../describe';
import type { Query } from '../node';
import { printQuery } from '../print';
import { QueryError, type Span } from '../query-error';
import { textTerms } from '../text-terms';
import type { StageMember } from './stage';

/** `where count>10`: a condition on what there is at this place. */
export interface Where {
  readonly kind: 'where';
  readonly query: Query;
  readonly at: Span;
}

export const where: StageMember<Where> = {
  kind: 'where',
  title: 'A condition: where',
  about:
    'Keeps the rows for which a condition holds, written like a filter. Behind a count it is about the columns; of events it is one more filter.',
  names: ['where', 'filter', 'having', 'search'],
  body: 'condition',
  read(reader, at) {
    if (reader.ended) throw new QueryError('a condition is missing after where, such as count>10', reader.at);
    const query = reader.condition();
    const { shape } = reader;
    const [term] = textTerms(query);
    if (term !== undefined && (shape.kind === 'table' || shape.limited)) {
      const names = shape.kind === 'table' ? shape.columns.map(({ name }) => name).join(', ') : 'a field';
      throw new QueryError(`there is no text to search here; say something of ${names}, such as count:>10`, term.at);
    }
    return { kind: 'where', query, at };
  },
  plan: ({ query }) => [{ kind: 'where', query }],
  words: ({ query }) => `where ${describeCondition(query)}`,
  print: ({ query }) => `where ${printQuery(query)}`,
  examples: [
    {
      query: 'type:audit | count by user | where count>2',
      words: 'Events where type is audit; how many there are for each user; where count is above 2.',
      gives: [
        ['user', 'count'],
        ['ada', 3],
      ],
    },
    {
      query: 'type:network | where bytes>1KB and not src_pod:batch | count',
      words: 'Events where type is network; where bytes is above 1000 and source pod is not batch; how many there are.',
      gives: [['count'], [1]],
    },
  ],
};
