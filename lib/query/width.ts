const UNITS: readonly (readonly [letter: string, word: string, milliseconds: number])[] = [
  ['d', 'day', 86_400_000],
  ['h', 'hour', 3_600_000],
  ['m', 'minute', 60_000],
  ['s', 'second', 1000],
  ['ms', 'millisecond', 1],
];

/** A length of whole milliseconds as a query writes it: in the largest unit that leaves no rest, weeks left out. */
export function printWidth(milliseconds: number): string {
  const [letter, , size] = unitOf(milliseconds);
  return `${milliseconds / size}${letter}`;
}

/** The same within a sentence: `7 days`, `hour`. */
export function widthWords(milliseconds: number): string {
  const [, word, size] = unitOf(milliseconds);
  const amount = milliseconds / size;
  return amount === 1 ? word : `${amount} ${word}s`;
}

function unitOf(milliseconds: number): readonly [string, string, number] {
  return UNITS.find(([, , size]) => milliseconds % size === 0) ?? ['ms', 'millisecond', 1];
}
