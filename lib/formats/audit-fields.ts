/** Separates what the kernel wrote from what auditd added to it (log_format = ENRICHED). */
const GROUP_SEPARATOR = 0x1d;
const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const EQUALS = 61;
const OPEN_PAREN = 40;
const OPEN_BRACE = 123;
/** What may stand around a pair: commas, brackets, the colons of old records and the apostrophes of a nested message. */
const AROUND = " \u001d,()':;";
const TRAILING = ",;)'";
const KEY_MAX = 48;
const WORDS_MAX = 200;

/**
 * Walks the `key=value` fields of a Linux audit record without making objects: after `next` answers true, look at `key`,
 * `value` and `quoted`. A value stands in quotes without escapes, or is bare; the fields of a nested `msg='…'` follow those
 * around it as if they were its own (audit-userspace, docs and lib/audit_logging.c).
 */
export class AuditFieldScanner {
  key = '';
  value = '';
  /** Whether the value stood in quotes: a bare one may be hexadecimal. */
  quoted = false;
  /** Whether the pair is one that auditd added, with names for numbers. */
  enriched = false;
  /** Words that belong to no pair, so far: what a daemon says, what an old record was about. */
  words = '';

  private text = '';
  private at = 0;
  private end = 0;

  start(text: string, from: number, to: number): void {
    this.text = text;
    this.at = from;
    this.end = to;
    this.enriched = false;
    this.words = '';
  }

  next(): boolean {
    for (;;) {
      this.skipAround();
      if (this.at >= this.end) return false;
      const start = this.at;
      const stop = this.endOfWord(start, true);
      if (this.text.charCodeAt(stop) !== EQUALS || stop === start || stop - start > KEY_MAX) {
        this.addWord(start, stop);
        continue;
      }
      this.key = this.text.slice(start, stop);
      if (this.text.charCodeAt(stop + 1) === APOSTROPHE && this.key === 'msg') {
        this.at = stop + 2;
        continue;
      }
      this.readValue(stop + 1);
      return true;
    }
  }

  private skipAround(): void {
    while (this.at < this.end && AROUND.includes(this.text.charAt(this.at))) {
      if (this.text.charCodeAt(this.at) === GROUP_SEPARATOR) this.enriched = true;
      this.at++;
    }
  }

  private addWord(start: number, stop: number): void {
    this.at = this.text.charCodeAt(stop) === EQUALS ? this.endOfWord(stop + 1, false) : stop;
    if (this.words.length > WORDS_MAX) return;
    const word = this.text.slice(start, Math.min(this.at, start + WORDS_MAX));
    this.words = this.words === '' ? word : `${this.words} ${word}`;
  }

  private readValue(at: number): void {
    const first = this.text.charCodeAt(at);
    this.quoted = first === QUOTE;
    if (first === QUOTE) {
      const close = this.text.indexOf('"', at + 1);
      const stop = close === -1 || close > this.end ? this.end : close;
      this.value = this.text.slice(at + 1, stop);
      this.at = Math.min(stop + 1, this.end);
      return;
    }
    if (first === OPEN_BRACE) {
      const close = this.text.indexOf('}', at);
      this.at = close === -1 || close > this.end ? this.end : close + 1;
      this.value = this.text.slice(at, this.at);
      return;
    }
    this.at = this.endOfWord(at, false);
    if (this.key === 'op') this.at = this.endOfOperation(this.at);
    let stop = this.at;
    while (stop > at && TRAILING.includes(this.text.charAt(stop - 1)) && first !== OPEN_PAREN) stop--;
    this.value = this.text.slice(at, stop);
  }

  /** What was done may be told in several words without quotes: `op=add group acct="ann"`. */
  private endOfOperation(at: number): number {
    const limit = Math.min(this.end, at + KEY_MAX);
    for (let stop = at; stop < limit; ) {
      const word = this.endOfWord(stop + 1, true);
      if (this.text.charCodeAt(word) === EQUALS || !/^ [a-z-]+$/.test(this.text.slice(stop, word))) return stop;
      stop = word;
    }
    return at;
  }

  private endOfWord(at: number, ofKey: boolean): number {
    let stop = at;
    for (; stop < this.end; stop++) {
      const code = this.text.charCodeAt(stop);
      if (code === SPACE || code === GROUP_SEPARATOR || (ofKey && code === EQUALS)) break;
    }
    return stop;
  }
}

/**
 * The text that a bare value spells in hexadecimal; null when it spells none. The kernel writes a text so when it holds a
 * space, a quote or anything beyond ASCII (kernel/audit.c, audit_log_untrustedstring).
 */
export function hexText(value: string): string | null {
  if (value.length < 2 || value.length % 2 !== 0 || value.length > 32_768 || !/^[0-9A-Fa-f]+$/.test(value)) return null;
  const bytes = Buffer.from(value, 'hex');
  return bytes.toString('utf8');
}
