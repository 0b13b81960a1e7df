import { type NeedleProbe, probeFor } from '@/lib/blocks';
import { literalPieces, literalText, type Pattern, type TextTerm, textTermMatcher } from '@/lib/query';

/** One way in which a text term can stand in the original bytes. */
export interface Needle {
  /** What the filters of a block can be asked for; a block must pass all of them. */
  readonly probes: readonly NeedleProbe[];
  /** Lower-case bytes to look for; null when the term has wildcards or letters beyond ASCII and needs `matches`. */
  readonly bytes: Buffer | null;
  matches(text: string): boolean;
}

/**
 * The forms of a term: as written, and as it stands inside a JSON string, inside a JSON string in a JSON string (docker
 * around JSON), and with the characters escaped that Go's encoder writes as `\u003c`.
 */
export function needlesOf(term: TextTerm): Needle[] {
  const forms = new Map<string, Pattern>();
  for (const form of [plain, inJson, twiceInJson, inGoJson]) {
    const pattern = term.pattern.map((part) =>
      part.kind === 'literal' ? { kind: part.kind, text: form(part.text) } : part,
    );
    forms.set(JSON.stringify(pattern), pattern);
  }
  return [...forms.values()].map((pattern) => needleOf({ ...term, pattern }));
}

/** Lower-case ASCII in place; bytes of longer characters stay as they are. */
export function lowerAscii(bytes: Uint8Array): void {
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte >= 65 && byte <= 90) bytes[index] = byte + 32;
  }
}

function needleOf(term: TextTerm): Needle {
  const literal = literalText(term.pattern);
  return {
    probes: literalPieces(term.pattern).map((piece) => probeFor(piece)),
    bytes: literal !== null && literal !== '' && isAscii(literal) ? Buffer.from(literal.toLowerCase(), 'latin1') : null,
    matches: textTermMatcher(term),
  };
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return false;
  return true;
}

const plain = (text: string) => text;
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
const twiceInJson = (text: string) => inJson(inJson(text));
const inGoJson = (text: string) =>
  inJson(text).replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
