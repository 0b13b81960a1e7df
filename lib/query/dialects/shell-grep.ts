import { combine, type Query } from '../node';
import { literalPattern } from '../pattern';
import { QueryError } from '../query-error';
import { not, textQuery } from './build-clause';
import { patternsOfRegex } from './regex-patterns';
import type { ShellWord } from './shell-words';

/** Options that change how lines are shown, not which; those in the second list take a number. */
const SHOWS = /^-[nHhosi]+$|^--(?:color|colour|ignore-case|line-number|no-filename|line-buffered)(?:=.*)?$/;
const SHOWS_AROUND = /^-[ABCm](\d*)$/;

interface Grep {
  flavour: 'basic' | 'extended' | 'fixed';
  negated: boolean;
  /** Given with -e, and the other words. */
  readonly patterns: ShellWord[];
  readonly others: ShellWord[];
}

/** What `grep` keeps; `files` when it was given some. Throws `QueryError`. */
export function grepQuery(program: ShellWord, words: readonly ShellWord[]): { query: Query; files: boolean } {
  const { flavour, negated, patterns, others } = readOptions(program, words);
  const wanted = patterns.length > 0 ? patterns : others.splice(0, 1);
  if (wanted.length === 0) throw new QueryError('grep is given no text to look for', program.at);
  const query = combine(
    'or',
    wanted.map((word) => lineQuery(word, flavour)),
  );
  return { query: negated ? not(query) : query, files: others.length > 0 };
}

function readOptions(program: ShellWord, words: readonly ShellWord[]): Grep {
  const letter = /^z?([ef])grep/.exec(program.text)?.[1];
  const flavour = letter === undefined ? 'basic' : letter === 'e' ? 'extended' : 'fixed';
  const grep: Grep = { flavour, negated: false, patterns: [], others: [] };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const around = SHOWS_AROUND.exec(word.text);
    if (around !== null) {
      if (around[1] === '') rest.shift();
    } else if (!word.text.startsWith('-')) grep.others.push(word);
    else if (!SHOWS.test(word.text)) readLetters(grep, word, rest);
  }
  return grep;
}

/** Letters behind one dash, such as `-iE`; `-e` takes the next word. */
function readLetters(grep: Grep, word: ShellWord, rest: ShellWord[]): void {
  if (!/^-[vEFPinHhoe]+$/.test(word.text)) throw new QueryError(`${word.text} of grep cannot be said here`, word.at);
  if (word.text.includes('v')) grep.negated = true;
  if (/[EP]/.test(word.text)) grep.flavour = 'extended';
  if (word.text.includes('F')) grep.flavour = 'fixed';
  const given = word.text.includes('e') ? rest.shift() : undefined;
  if (given !== undefined) grep.patterns.push(given);
}

function lineQuery({ text, at }: ShellWord, flavour: Grep['flavour']): Query {
  if (flavour === 'fixed') return textQuery(literalPattern(text), at);
  const patterns = patternsOfRegex(flavour === 'basic' ? fromBasic(text) : text, at);
  if (patterns === null) {
    throw new QueryError(
      'this expression over the whole line cannot be said here; message:/…/ searches the message',
      at,
    );
  }
  return combine(
    'or',
    patterns.map((pattern) => textQuery(pattern, at)),
  );
}

/** In a basic expression + ? | ( ) { } stand for themselves, and are special with a backslash (POSIX, as GNU extends it). */
function fromBasic(source: string): string {
  return source.replace(/\\?[+?|(){}]/g, (piece) => (piece.startsWith('\\') ? piece.slice(1) : `\\${piece}`));
}
