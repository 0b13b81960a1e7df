/** A text with wildcards: literal pieces, `*` (any run of characters, also none) and `?` (one character). */
export type Pattern = readonly PatternPart[];
export type PatternPart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'one' };

export function literalPattern(text: string): Pattern {
  return text === '' ? [] : [{ kind: 'literal', text }];
}

/** One literal where several follow each other, and one `*`. */
export function mergeParts(parts: readonly PatternPart[]): Pattern {
  const merged: PatternPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.kind === 'literal' && last?.kind === 'literal') {
      merged[merged.length - 1] = { kind: 'literal', text: last.text + part.text };
    } else if (!(part.kind === 'any' && last?.kind === 'any')) {
      merged.push(part);
    }
  }
  return merged;
}

/** The text of a pattern without wildcards; null when it has any. */
export function literalText(pattern: Pattern): string | null {
  let text = '';
  for (const part of pattern) {
    if (part.kind !== 'literal') return null;
    text += part.text;
  }
  return text;
}

/** The literal pieces, for filters that can only prove that a piece is absent. */
export function literalPieces(pattern: Pattern): string[] {
  return pattern.flatMap((part) => (part.kind === 'literal' ? [part.text] : []));
}

/** The pattern for SQL's LIKE with its default escape character, the backslash. */
export function likePattern(pattern: Pattern): string {
  return pattern
    .map((part) => {
      if (part.kind === 'any') return '%';
      return part.kind === 'one' ? '_' : part.text.replace(/[\\%_]/g, '\\$&');
    })
    .join('');
}

/** Makes the test "the whole text is this pattern". Time is at most the product of the lengths; nothing backtracks. */
export function wholeMatcher(pattern: Pattern): (text: string) => boolean {
  const runs = runsOf(pattern);
  const first = runs[0] ?? [];
  if (runs.length === 1) return (text) => matchesRunAt(first, [...text], 0) && [...text].length === first.length;
  const last = runs.at(-1) ?? [];
  const pieces = runs.map(textOfRun);
  if (pieces.every((piece) => piece !== null)) return piecesMatcher(pieces);
  return (text) => {
    const characters = [...text];
    const end = characters.length - last.length;
    if (end < first.length || !matchesRunAt(first, characters, 0) || !matchesRunAt(last, characters, end)) return false;
    return findRuns(runs.slice(1, -1), characters, first.length, end);
  };
}

/** Makes the test "the pattern occurs somewhere in the text". */
export function occurrenceMatcher(pattern: Pattern): (text: string) => boolean {
  const literal = literalText(pattern);
  if (literal !== null) return (text) => text.includes(literal);
  const runs = runsOf(pattern).filter((run) => run.length > 0);
  if (runs.every((run) => run.every((character) => character !== null))) {
    const pieces = runs.map((run) => run.join(''));
    return (text) => containsInOrder(pieces, text);
  }
  return (text) => {
    const characters = [...text];
    return findRuns(runs, characters, 0, characters.length);
  };
}

/** The same for pieces with any characters between them: the engine's own search is many times as fast. */
function piecesMatcher(pieces: readonly string[]): (text: string) => boolean {
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  const between = pieces.slice(1, -1);
  return (text) => {
    const end = text.length - last.length;
    if (end < first.length || !text.startsWith(first) || !text.endsWith(last)) return false;
    return between.length === 0 || containsInOrder(between, text.slice(first.length, end));
  };
}

/** The text of a run; null when it has a `?`, or a half of a character, which would be found within others. */
function textOfRun(run: Run): string | null {
  const text = run.join('');
  return run.includes(null) || /[\ud800-\udfff]/.test(text) ? null : text;
}

/** A run of characters between two `*`; null stands for `?`. */
type Run = readonly (string | null)[];

function runsOf(pattern: Pattern): Run[] {
  const runs: (string | null)[][] = [[]];
  for (const part of pattern) {
    if (part.kind === 'any') runs.push([]);
    else runs.at(-1)?.push(...(part.kind === 'one' ? [null] : [...part.text]));
  }
  return runs;
}

/** Leftmost placing of each run in turn is enough: what follows `*` may start anywhere later. */
function findRuns(runs: readonly Run[], characters: readonly string[], from: number, to: number): boolean {
  let position = from;
  for (const run of runs) {
    while (position + run.length <= to && !matchesRunAt(run, characters, position)) position++;
    if (position + run.length > to) return false;
    position += run.length;
  }
  return true;
}

function matchesRunAt(run: Run, characters: readonly string[], at: number): boolean {
  if (at < 0 || at + run.length > characters.length) return false;
  for (let index = 0; index < run.length; index++) {
    const wanted = run[index];
    if (wanted !== null && wanted !== characters[at + index]) return false;
  }
  return true;
}

function containsInOrder(pieces: readonly string[], text: string): boolean {
  let from = 0;
  for (const piece of pieces) {
    const found = text.indexOf(piece, from);
    if (found < 0) return false;
    from = found + piece.length;
  }
  return true;
}
