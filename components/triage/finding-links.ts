import { exploreLink } from '@/components/links';
import type { FindingAnswer } from '@/lib/interface';
import { withClause } from '@/lib/query';

/** A query that names events one by one, as that of a correlation. */
const NAMED_EVENTS = /^id:\(/;

/** The explorer on exactly the events of a finding; those that are named one by one may be of several types. */
export function eventsOfFinding({ type, query, from, to }: FindingAnswer): string {
  return exploreLink({ q: query, from, to, ...(NAMED_EVENTS.test(query) ? {} : { type }) });
}

/** The explorer on all that a value of its subject did, in all lanes and at any time. */
export function eventsOfSubject(field: string, value: string): string {
  return exploreLink({ q: withClause('', field, value, 'include') });
}

/** The page of findings with this one opened. */
export function pageOfFinding({ id }: FindingAnswer): string {
  return `/findings?${new URLSearchParams({ finding: id })}`;
}
