import { type Frequency, planFrequency, printFrequency, readFrequency } from './frequency';
import type { StageMember } from './stage';
import { fieldWords } from './stage-text';

/** `top 10 user, verb`: the commonest combinations. */
export interface Top extends Frequency {
  readonly kind: 'top';
}

export const top: StageMember<Top> = {
  kind: 'top',
  title: 'Commonest: top',
  about: 'The commonest values of a field, or combinations of several, with their counts. 20 unless a number is given.',
  names: ['top'],
  body: 'words',
  read: (reader, at) => ({ kind: 'top', ...readFrequency(reader, 'top', at) }),
  plan: (stage) => planFrequency(stage, true),
  words: ({ rows, fields }) => `the ${rows} commonest of ${fieldWords(fields)}`,
  print: (stage) => printFrequency('top', stage),
  examples: [
    {
      query: '* | top 2 user',
      words: 'All events; the 2 commonest of user.',
      gives: [
        ['user', 'count'],
        ['ada', 3],
        [null, 3],
      ],
    },
  ],
};
