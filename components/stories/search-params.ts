import { parseAsString } from 'nuqs/server';

/** Everything that the list of stories remembers, all of it in its address. What is left out has its default. */
export const storiesParsers = {
  contains: parseAsString.withDefault(''),
  /** ISO times or relative ones (`now-24h`); left out = open. */
  from: parseAsString,
  to: parseAsString,
  /** The id of the story that the keys are at. */
  story: parseAsString,
};
