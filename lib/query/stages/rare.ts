import { type Frequency, planFrequency, printFrequency, readFrequency } from './frequency';
import type { StageMember } from './stage';
import { fieldWords } from './stage-text';

/** `rare user, user_agent`: the rarest combinations. */
export interface Rare extends Frequency {
  readonly kind: 'rare';
}

export const rare: StageMember<Rare> = {
  kind: 'rare',
  title: 'Rarest: rare',
  about: 'The rarest values of a field, or combinations of several, least frequent first. 20 unless a number is given.',
  names: ['rare', 'bottom'],
  body: 'words',
  read: (reader, at) => ({ kind: 'rare', ...readFrequency(reader, 'rare', at) }),
  plan: (stage) => planFrequency(stage, false),
  words: ({ rows, fields }) => `the ${rows} rarest of ${fieldWords(fields)}`,
  print: (stage) => printFrequency('rare', stage),
  examples: [
    {
      query: 'type:audit | rare user, verb',
      words: 'Events where type is audit; the 20 rarest of user and verb.',
      gives: [
        ['user', 'verb', 'count'],
        ['ada', 'delete', 1],
        ['bob', 'create', 1],
        ['bob', 'list', 1],
        ['ada', 'list', 2],
      ],
    },
  ],
};
