import type { Query } from '../node';
import type { Stage } from '../stages';

/** A parsed query with its steps: which events, and what is made of them. Plain data. */
export interface Pipeline {
  readonly filter: Query;
  /** In the order in which they work; none when the query is a filter alone. */
  readonly stages: readonly Stage[];
}
