import { visibleLine, visibleText } from '@/lib/text';

/**
 * Text on one line of Markdown that stays text: every character of ASCII punctuation has a backslash before it (CommonMark,
 * 2.4), and nothing is left that ends the line, is not seen or reorders what stands beside it.
 */
export function textOf(text: string): string {
  return visibleLine(text)
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
    .trim();
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
