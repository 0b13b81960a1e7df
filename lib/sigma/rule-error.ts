/** Where something stands in a document: the keys and places that lead there. */
export type DocumentPath = readonly (string | number)[];

/** What is wrong with the text of a rule, so that it cannot be read. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
  readonly path: DocumentPath;

  constructor(message: string, path: DocumentPath) {
    super(message);
    this.path = path;
  }
}
