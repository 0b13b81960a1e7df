import { exploreLink } from '@/components/links';
import type { FindingAnswer } from '@/lib/interface';
import { withClause } from '@/lib/query';

/** The explorer on exactly the events of a finding. */
export function eventsOfFinding({ type, query, from, to }: FindingAnswer): string {
  return exploreLink({ type, q: query, from, to });
}

/** The explorer on all that a value of its subject did, in all lanes and at any time. */
export function eventsOfSubject(field: string, value: string): string {
  return exploreLink({ q: withClause('', field, value, 'include') });
}

/** The page of findings with this one opened. */
export function pageOfFinding({ id }: FindingAnswer): string {
  return `/findings?${new URLSearchParams({ finding: id })}`;
}
