import type { LogType } from '@/lib/events';

/** What counts as an error on the overview, in the query language. */
export const ERRORS = 'severity>=error';

const REFUSED =
  'decision:forbid or verdict:(dropped or drop or reject or rejected or deny or denied or blocked or error)';

/** What counts as a refusal among events of a type; the same as `GET /api/overview` counts, so that numbers agree. */
export function refusals(type: LogType): string {
  return type === 'audit' ? `status:(401 or 403) or ${REFUSED}` : REFUSED;
}
