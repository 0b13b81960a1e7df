import type { LogType } from '@/lib/events';

/** What counts as an error on the overview, in the query language. */
export const ERRORS = 'severity>=error';

/** What counts as a refusal, by the types that have such a thing. */
export const REFUSALS: Partial<Record<LogType, string>> = {
  audit: '(status:(401 or 403) or decision:forbid)',
  network: 'verdict:(dropped or drop or reject or rejected or deny or denied)',
};
