import type { CharacterRange, Regex } from './regex';

/** The expression in Postgres's dialect, for the case-sensitive operator `~`. Holds no text as the user wrote it. */
export function postgresRegex(regex: Regex): string {
  switch (regex.kind) {
    case 'set':
      return printSet(regex.ranges, regex.negated);
    case 'start':
      return '^';
    case 'end':
      return '$';
    case 'line-start':
      return '(?:^|(?<=\\n))';
    case 'line-end':
      return '(?:$|(?=\\n))';
    case 'boundary':
      return '\\y';
    case 'inside':
      return '\\Y';
    case 'sequence':
      return `(?:${regex.of.map(postgresRegex).join('')})`;
    case 'choice':
      return `(?:${regex.of.map(postgresRegex).join('|')})`;
    case 'repeat':
      return `(?:${postgresRegex(regex.of)})${bounds(regex.min, regex.max)}`;
  }
}

function printSet(ranges: readonly CharacterRange[], negated: boolean): string {
  const [first] = ranges;
  if (first === undefined) return '.';
  if (ranges.length === 1 && !negated && first[0] === first[1]) return printCode(first[0]);
  const members = ranges.map(([low, high]) => (low === high ? printCode(low) : `${printCode(low)}-${printCode(high)}`));
  return `[${negated ? '^' : ''}${members.join('')}]`;
}

function printCode(code: number): string {
  const character = String.fromCodePoint(code);
  if (/^[a-z0-9]$/i.test(character)) return character;
  const hex = code.toString(16);
  return code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

function bounds(min: number, max: number | null): string {
  if (max === null) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  return min === max ? `{${min}}` : `{${min},${max}}`;
}
