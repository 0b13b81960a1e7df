/**
 * A text made of words of its own and of values of the same event, for PostgreSQL's `format()`. Literal texts and numbers of
 * arguments, from 0.
 */
export type Form = readonly (string | number)[];

/** The value of an argument as SQL gives its text; null when the event has none. */
export type ArgumentText = (argument: number) => string | null;

/** Whether the form with these values is the text. Takes no longer than comparing the text does. */
export function fits(form: Form, text: string, argument: ArgumentText): boolean {
  let at = 0;
  for (const piece of form) {
    const expected = typeof piece === 'string' ? piece : (argument(piece) ?? '');
    if (!text.startsWith(expected, at)) return false;
    at += expected.length;
  }
  return at === text.length;
}

/**
 * The form of a text: whatever stands in it as a word, or words, and is an argument's value is that argument. Between two
 * arguments there is always something else, so that no character of the text comes half from one and half from the other.
 */
export function formOf(text: string, argument: ArgumentText, count: number): Form {
  const known: Argument[] = [];
  for (let number = 0; number < count; number += 1) {
    const value = argument(number);
    if (value !== null && value !== '') known.push({ number, value, uses: 0 });
  }
  const form: (string | number)[] = [];
  let literal = 0;
  let at = 0;
  while (at < text.length) {
    const found = at === literal && at > 0 ? null : argumentAt(text, at, known);
    if (found === null) {
      at += 1;
      continue;
    }
    if (at > literal) form.push(text.slice(literal, at));
    found.uses += 1;
    form.push(found.number);
    at += found.value.length;
    literal = at;
  }
  if (at > literal) form.push(text.slice(literal));
  return form;
}

/** The form as PostgreSQL's `format()` reads it (manual, "String Functions: format"). */
export function formatText(form: Form): string {
  return form.map((piece) => (typeof piece === 'number' ? `%${piece + 1}$s` : piece.replaceAll('%', '%%'))).join('');
}

/** What PostgreSQL's `format()` makes of a form's text: the counterpart of `formatText`. */
export function filled(text: string, argument: ArgumentText): string {
  return text.replace(/%(?:%|(\d{1,3})\$s)/g, (_found, number?: string) =>
    number === undefined ? '%' : (argument(Number(number) - 1) ?? ''),
  );
}

interface Argument {
  readonly number: number;
  readonly value: string;
  /** How often it was taken: of arguments with the same value each is taken in turn. */
  uses: number;
}

/** The longest argument that stands at a place as whole words. */
function argumentAt(text: string, at: number, known: readonly Argument[]): Argument | null {
  if (isWord(text.charCodeAt(at - 1)) && isWord(text.charCodeAt(at))) return null;
  let best: Argument | null = null;
  for (const one of known) {
    const { length } = one.value;
    if (best !== null && (length < best.value.length || (length === best.value.length && one.uses >= best.uses)))
      continue;
    const end = at + length;
    if (isWord(text.charCodeAt(end - 1)) && isWord(text.charCodeAt(end))) continue;
    if (text.startsWith(one.value, at)) best = one;
  }
  return best;
}

/** A letter or a digit of ASCII. */
function isWord(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
