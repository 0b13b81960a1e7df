import { exploreLink } from '@/components/links';
import type { RuleDetail } from '@/lib/interface';
import { withClause } from '@/lib/query';

type Asked = Pick<RuleDetail, 'q' | 'exclude' | 'types'>;

/** What a rule finds without what it is told to leave out; null for one that is no query. */
export function queryOfRule({ q, exclude }: Pick<RuleDetail, 'q' | 'exclude'>): string | null {
  if (q === null || exclude.trim() === '') return q;
  return `(${q}) and not (${exclude})`;
}

/** What a rule finds and another query finds, too. */
export function bothQueries(q: string, other: string): string {
  return `(${q}) and (${other})`;
}

/** The explorer on a query in the lanes of a rule. */
export function eventsOfQuery({ types }: Pick<RuleDetail, 'types'>, q: string, within: Within = {}): string {
  const [first = null, ...others] = types;
  return exploreLink({ type: others.length === 0 ? first : null, q, ...within });
}

/** A range of time and a source; what is left out is open. */
export interface Within {
  readonly from?: string;
  readonly to?: string;
  readonly source?: string;
}

/** The explorer on the events of one subject of a rule; null for a rule that is no query. */
export function eventsOfSubject(
  rule: Asked,
  by: readonly string[],
  values: readonly string[],
  within: Within,
): string | null {
  const q = queryOfRule(rule);
  return q === null ? null : eventsOfQuery(rule, bothQueries(q, subjectQuery(by, values)), within);
}

/** The query of a subject: each field has its value, or none where that is empty. */
function subjectQuery(by: readonly string[], values: readonly string[]): string {
  const clauses = by.map((field, place) => {
    const value = values[place] ?? '';
    return value === '' ? `not ${field}:*` : withClause('', field, value, 'include');
  });
  return clauses.join(' and ');
}

/** The address of a rule with a query offered as what to leave out. */
export function leaveOutLink(page: string, subject: Readonly<Record<string, string>>): string {
  const exclude = Object.entries(subject).reduce((q, [field, value]) => withClause(q, field, value, 'include'), '');
  return exclude === '' ? page : `${page}?${new URLSearchParams({ exclude })}`;
}

/** An address that a browser may be led to; null for any other text. */
export function webAddress(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}
