import type { AggregateFunction } from './aggregate-function';
import { extreme } from './extreme';

export const minimum: AggregateFunction = {
  ...extreme('min', 'smallest', (value, best) => value < best),
  names: ['min', 'minimum'],
  about: 'The smallest value of a number field, the least severity, or the earliest time.',
  examples: [
    { query: '* | min status', words: 'All events; the smallest status.', values: [404, 200, null], result: 200 },
    {
      query: '* | min severity',
      words: 'All events; the smallest severity.',
      values: ['error', 'info'],
      result: 'info',
    },
  ],
};
