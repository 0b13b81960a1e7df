import { type Severity, severityFromWord } from '@/lib/events';

/**
 * Finds the severity that loggers write near the start of a line: `INFO`, `[warn]`, `error:`, `WRN`, `<debug>`, `level=info` is
 * logfmt and not looked for. Lower-case words count only where they cannot be part of a sentence.
 */
export class SeverityWordScanner {
  severity: Severity | null = null;
  /** The place after the word and what separates it from the message. */
  end = 0;

  /** Looks at the word at `at`; `bare` lets a lower-case word without brackets or colon count. */
  scan(text: string, at: number, bare: boolean): boolean {
    const opening = text.charCodeAt(at);
    if (opening === OPEN_BRACKET || opening === OPEN_PAREN || opening === LESS) return this.scanBracketed(text, at + 1);
    const end = endOfLetters(text, at);
    const next = text.charCodeAt(end);
    // Telegraf: `E! failed`.
    if (next === EXCLAMATION && end === at + 1) return this.accept(text, text.slice(at, end), true, end + 1);
    const marked = next === COLON || next === BAR;
    if (!marked && !Number.isNaN(next) && !isSpace(next)) return false;
    const word = text.slice(at, end);
    if (!marked && !bare && word !== word.toUpperCase()) return false;
    return this.accept(text, word, next === BAR, end);
  }

  private scanBracketed(text: string, at: number): boolean {
    const start = endOfSpaces(text, at);
    const end = endOfLetters(text, start);
    const after = endOfSpaces(text, end);
    const close = text.charCodeAt(after);
    if (close !== CLOSE_BRACKET && close !== CLOSE_PAREN && close !== GREATER) return false;
    // `(C)` begins a copyright.
    return this.accept(text, text.slice(start, end), close !== CLOSE_PAREN, after + 1);
  }

  private accept(text: string, word: string, letters: boolean, end: number): boolean {
    const lower = word.toLowerCase();
    const known = word.length === 1 ? letters : WORDS.has(lower) || (letters && lower === BRACKETED);
    this.severity = known ? severityFromWord(word) : null;
    if (this.severity === null) return false;
    this.end = endOfSeparator(text, end);
    return true;
  }
}

const TAB = 9;
const SPACE = 32;
const EXCLAMATION = 33;
const OPEN_PAREN = 40;
const CLOSE_PAREN = 41;
const MINUS = 45;
const COLON = 58;
const LESS = 60;
const GREATER = 62;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const BAR = 124;
const WORD_MAX = 14;

/** Words that mean a severity and little else; `severityFromWord` knows more, which sentences also begin with. */
const WORDS: ReadonlySet<string> = new Set(
  (
    'trace trc trce vrb debug dbg dbug fail info inf information notice warn wrn warning err eror error severe crit critical ' +
    'alert emerg emergency fatal ftl panic dpanic fine finer finest'
  ).split(' '),
);
/** A severity in brackets; before a colon it is a setting (`verbose: true`). */
const BRACKETED = 'verbose';

/** Spaces, then at most one `:`, `-` or `|`, then spaces. */
function endOfSeparator(text: string, at: number): number {
  const end = endOfSpaces(text, at);
  const mark = text.charCodeAt(end);
  const dash = mark === MINUS && isSpace(text.charCodeAt(end + 1));
  return mark === COLON || mark === BAR || dash ? endOfSpaces(text, end + 1) : end;
}

function endOfSpaces(text: string, at: number): number {
  let end = at;
  while (isSpace(text.charCodeAt(end))) end++;
  return end;
}

/** The end of a run of letters; of a longer run than any severity, some place inside. */
function endOfLetters(text: string, at: number): number {
  let end = at;
  while (end - at < WORD_MAX && isLetter(text.charCodeAt(end))) end++;
  return end;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
