import { parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { HUNT_STATUSES } from '@/lib/interface';

/** Everything that the list of hunts remembers, all of it in its address. What is left out is open. */
export const huntsParsers = {
  status: parseAsStringLiteral(HUNT_STATUSES),
  owner: parseAsString,
  tag: parseAsString,
  technique: parseAsString,
  contains: parseAsString.withDefault(''),
  /** Left out = those that are not archived. */
  archived: parseAsStringLiteral(['only']),
};
