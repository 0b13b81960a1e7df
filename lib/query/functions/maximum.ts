import type { AggregateFunction } from './aggregate-function';
import { extreme } from './extreme';

export const maximum: AggregateFunction = {
  ...extreme('max', 'largest', (value, best) => value > best),
  names: ['max', 'maximum'],
  about: 'The largest value of a number field, the gravest severity, or the latest time.',
  examples: [
    { query: '* | max bytes', words: 'All events; the largest bytes.', values: [10, 9, null], result: 10 },
    { query: '* | max retries', words: 'All events; the largest retries.', values: ['10', 9, 'x'], result: 10 },
  ],
};
