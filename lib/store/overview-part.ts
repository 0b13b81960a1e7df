/** What one segment holds of one type. Times in microseconds. */
export interface OverviewPart {
  readonly segment: number;
  /** The code of the type. */
  readonly type: number;
  readonly events: number;
  readonly untimed: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly errors: number;
  readonly refusals: number;
}

/** The decision of an audit event that was not let through. */
export const REFUSING_DECISION = 'forbid';
/** Verdicts of a flow that was not let through, as the network formats write them; in any case. */
export const REFUSING_VERDICTS = ['dropped', 'drop', 'reject', 'rejected', 'deny', 'denied', 'blocked', 'error'];
/** Statuses of a request that was not let through; of audit events only. */
export const REFUSING_STATUSES = [401, 403];
