/** How the letters, dots and ends of an expression are meant. */
export interface RegexOptions {
  /** `i`: letters match in either case. */
  readonly ignoreCase: boolean;
  /** `s`: a dot matches a newline too. */
  readonly dotAll: boolean;
  /** `m`: `^` and `$` are also the ends of lines. */
  readonly multiline: boolean;
}

/** What people who search logs mean when they say nothing. */
export const DEFAULT_OPTIONS: RegexOptions = { ignoreCase: true, dotAll: true, multiline: false };

/** The opening of a group: what its content is read with, and where that begins. */
export interface OptionGroup {
  readonly options: RegexOptions;
  readonly to: number;
  /** Whether there is no content: `(?-i)` is for what follows it. */
  readonly ends: boolean;
}

const OPENING = /^\(\?([ims]{0,3})(?:-([ims]{1,3}))?([:)])/;

/** Reads `(?:`, `(?i)`, `(?-i:` and the like at a place; null when something else stands there. */
export function optionGroupAt(source: string, at: number, outside: RegexOptions): OptionGroup | null {
  const match = OPENING.exec(source.slice(at, at + 12));
  if (match === null) return null;
  const [whole, on = '', off = '', end] = match;
  if (end === ')' && on === '' && off === '') return null;
  const given = (letter: string, before: boolean) => (off.includes(letter) ? false : on.includes(letter) || before);
  const options = {
    ignoreCase: given('i', outside.ignoreCase),
    dotAll: given('s', outside.dotAll),
    multiline: given('m', outside.multiline),
  };
  return { options, to: at + whole.length, ends: end === ')' };
}
