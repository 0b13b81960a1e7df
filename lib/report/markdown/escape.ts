import { visibleLine, visibleText } from '@/lib/text';

/**
 * What means something anywhere in a line: backslashes, code, emphasis, links, markup, entities, cells, math, and the colon
 * or dot of an address, which programs make a link of with all that follows, backslashes too.
 */
const MEANT = /[\\`*_[\]<&|~$]|(?<=[a-z]):(?=\S)|(?<=www)\.|(?<=:)\/|\/(?=\/)/gi;
/** What means something at the start of a line: headings, quotes, lists, rules. */
const MEANT_FIRST = /^(\d{0,9})([#>+=.):-])/;

/**
 * Text on one line of Markdown that stays text, with backslashes before what would be more (CommonMark, 2.4), and nothing
 * left that ends the line, is not seen or reorders what stands beside it.
 */
export function textOf(text: string): string {
  return visibleLine(text).trim().replace(MEANT, '\\$&').replace(MEANT_FIRST, '$1\\$2');
}

/** Text of a log on one line. As code no program makes links of addresses in it. */
export function codeOf(text: string): string {
  const shown = visibleLine(text);
  if (shown.trim() === '') return shown === '' ? '' : `\`${shown}\``;
  const fence = '`'.repeat(longestRun(shown) + 1);
  // CommonMark, 6.1: one space at each end goes, where both have one.
  const room = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${room}${shown}${room}${fence}`;
}

/** The same in a cell of a table, where a pipe ends the cell and, in code, a backslash before it is read in two ways. */
export function codeInCell(text: string): string {
  return text.includes('|') ? textOf(text) : codeOf(text);
}

/** Lines of text as they are, between fences that are longer than any run of backticks in them. */
export function codeBlockOf(text: string): string {
  const shown = visibleText(text);
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}text\n${shown}\n${fence}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
