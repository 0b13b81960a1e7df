/** What keeps a rule from being run here, so that refusals can be counted and explained by kind. */
export const REFUSAL_KINDS = [
  'log-source',
  'field',
  'modifier',
  'value',
  'placeholder',
  'regular-expression',
  'keyword',
  'reference',
  'size',
] as const;
export type RefusalKind = (typeof REFUSAL_KINDS)[number];

/** Why a rule that was read cannot be run. */
export interface Refusal {
  readonly kind: RefusalKind;
  /** The name of what it is about: a field, a modifier, a placeholder, a log source. */
  readonly subject: string;
  /** A sentence without an end, for whoever wants to run the rule. */
  readonly message: string;
}

/** Thrown while a part of a rule is compiled; whoever compiles all of it collects them. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(kind: RefusalKind, subject: string, message: string) {
    super(message);
    this.refusal = { kind, subject, message };
  }
}
