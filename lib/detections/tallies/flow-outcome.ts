import type { ColumnValue } from '@/lib/columns';
import type { KeyPart } from '../tally';

/** What formats call a flow that did not get through. */
const DENIED = ['dropped', 'deny', 'denied', 'reject', 'rejected', 'drop', 'block', 'blocked', 'error'];

export const DENIED_OUTCOME = 'denied';
/** In the query language. */
export const DENIED_CLAUSE = `verdict:(${DENIED.join(' or ')})`;

/** A part of a key: whether the flow was denied; else empty. */
export const OUTCOME: KeyPart = {
  field: 'verdict',
  as: (verdict: ColumnValue) => (DENIED.includes(String(verdict).toLowerCase()) ? DENIED_OUTCOME : ''),
  optional: true,
};
