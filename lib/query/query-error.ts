/** A place in a query's text: character offsets, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is wrong with a query (or with a time such as `now-24h`), and where in its text. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly at: Span;

  constructor(message: string, at: Span) {
    super(message);
    this.at = at;
  }
}
