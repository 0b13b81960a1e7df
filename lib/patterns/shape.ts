import { VALUE } from './skeleton-text';

/** How a pattern's text shows a value. */
export const VALUE_TEXT = '<*>';
const VALUE_CODE = String.fromCharCode(VALUE);

/** Lines with one skeleton. Several shapes may turn out to be one pattern; then one of them stands for all. */
export class Shape {
  /** The id of the pattern that it stands for, once it is stored. */
  id: string | null = null;
  /** The text under which that pattern was stored. */
  storedText: string | null = null;
  private general: Shape | null = null;

  constructor(readonly skeleton: string) {}

  /** The shape that stands for its pattern: itself, or the more general one that it became part of. */
  get pattern(): Shape {
    let at: Shape = this;
    while (at.general !== null) at = at.general;
    return at;
  }

  /** A person's view of it: `Failed password for <*> from <*>`. */
  get text(): string {
    return this.skeleton.replaceAll(VALUE_CODE, VALUE_TEXT);
  }

  /** Notes under which id its pattern was stored. If it became part of a more general one meanwhile, that goes on under the id. */
  isStored(id: string): void {
    const { pattern } = this;
    if (pattern !== this && pattern.id !== null) return;
    pattern.id = id;
    pattern.storedText = this.text;
  }

  /** Becomes part of a more general shape, which goes on under the id of the pattern if it has none. */
  joins(general: Shape): void {
    const own = this.pattern;
    const other = general.pattern;
    if (own === other) return;
    own.general = other;
    if (other.id !== null || own.id === null) return;
    other.id = own.id;
    other.storedText = own.storedText;
  }
}

/** The skeleton that a pattern's text shows. */
export function skeletonOf(text: string): string {
  return text.replaceAll(VALUE_TEXT, VALUE_CODE);
}

/** Whether a line is one that the pattern's text describes; blanks count as one. Takes no longer than looking through both. */
export function describes(text: string, line: string): boolean {
  const pieces = text.split(VALUE_TEXT);
  const first = pieces[0] ?? '';
  if (!line.startsWith(first)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = line.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  const last = pieces.length > 1 ? (pieces.at(-1) ?? '') : null;
  return last === null ? at === line.length : line.length - last.length >= at && line.endsWith(last);
}

/** Stands for lines of more shapes than are told apart. */
export const OTHER_LINES = new Shape('Other lines: these logs have more patterns than are told apart');
OTHER_LINES.id = 'other';
