/** `---` behind a line break begins a document, whatever stands before it (YAML 1.2.2, 9.1.2), a text block too. */
const MARKER = /^---(?=\s|$)/;
const ACTION = /^action:[ \t]*["']?(global|repeat|reset)\b/m;

interface Piece {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly action: string | null;
}

/**
 * A file of several rules as one text for each of them, by the line at which its document begins. Where documents hand on what
 * they say to others, the text has these before its own: the rule is the last document of its text. Takes time in the length of
 * the file and of the texts.
 */
export function textOfRules(file: string): (line: number) => string {
  const pieces = piecesOf(file);
  if (pieces.filter(({ text }) => hasContent(text)).length < 2) return () => file;
  return (line) => {
    const place = pieces.findLastIndex((piece) => piece.line <= line);
    return withGivers(pieces, Math.max(0, place))
      .map(({ text }) => text)
      .join('');
  };
}

function piecesOf(file: string): Piece[] {
  const pieces: Piece[] = [];
  let lines: string[] = [];
  let begin = 1;
  const end = (next: number) => {
    const text = lines.join('');
    if (text !== '') pieces.push({ line: begin, text, action: ACTION.exec(text)?.[1] ?? null });
    lines = [];
    begin = next;
  };
  for (const [number, line] of file.split(/(?<=\n)/).entries()) {
    if (MARKER.test(line)) end(number + 1);
    lines.push(line);
  }
  end(0);
  return pieces;
}

/** A document with those that gave it something: the last `global` before it, and what a `repeat` repeats. */
function withGivers(pieces: readonly Piece[], place: number): Piece[] {
  const giver = pieces.findLastIndex(
    ({ action }, index) => index < place && (action === 'global' || action === 'reset'),
  );
  const begin = pieces[place]?.action === 'repeat' ? firstRepeated(pieces, place) : place;
  const given = giver !== -1 && giver < begin ? [pieces[giver]] : [];
  return [...given, ...pieces.slice(begin, place + 1)].filter((piece) => piece !== undefined);
}

function firstRepeated(pieces: readonly Piece[], place: number): number {
  return Math.max(
    0,
    pieces.findLastIndex(({ action }, index) => index < place && action !== 'repeat'),
  );
}

function hasContent(text: string): boolean {
  return /^(?!---\s*$|\.\.\.\s*$|\s*#|\s*$)/m.test(text);
}
