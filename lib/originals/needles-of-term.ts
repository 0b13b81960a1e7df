import { literalPieces, literalText, type Pattern, type TextTerm, textTermMatcher } from '@/lib/query';
import { type Needle, needleOf } from './needle';

/**
 * The forms of a term: as written, and as it stands inside a JSON string, inside a JSON string in a JSON string (docker
 * around JSON), and with the characters escaped that Go's encoder writes as `\u003c`.
 */
export function needlesOfTerm(term: TextTerm): Needle[] {
  const forms = new Map<string, Pattern>();
  for (const form of [plain, inJson, twiceInJson, inGoJson]) {
    const pattern = term.pattern.map((part) =>
      part.kind === 'literal' ? { kind: part.kind, text: form(part.text) } : part,
    );
    forms.set(JSON.stringify(pattern), pattern);
  }
  return [...forms.values()].map((pattern) => formOf({ ...term, pattern }));
}

function formOf(term: TextTerm): Needle {
  const literal = literalText(term.pattern);
  const isExact = term.pattern.length === 1 && literal !== null && isAscii(literal);
  return needleOf(literalPieces(term.pattern), isExact ? null : textTermMatcher(term));
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
