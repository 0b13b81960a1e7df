import type { FieldReference } from './field-reference';
import type { Scalar } from './operators';
import type { Pattern } from './pattern';
import { isNeverBareName } from './scan-name';

const PLAIN = /^[\p{L}\p{N}_][\p{L}\p{N}_.:/@-]*$/u;

/** A value as it is written after a field's name: bare where that is safe, else in quotes. */
export function printScalar(value: Scalar, field: FieldReference): string {
  const text = String(value);
  const isPlain = PLAIN.test(text) && !/^(and|or|not|to)$/i.test(text) && field.kind !== 'address';
  return isPlain || isPlainAddress(text, field) || typeof value === 'number' ? text : quote(text);
}

/** In quotes, with `"` and `\` escaped. */
export function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** A value in a sentence. */
export function wordsOf(value: Scalar): string {
  const text = String(value);
  return text === '' || /[\s,“”]/.test(text) ? `“${text}”` : text;
}

/** An IPv6 address or a block would be read as a network; dotted numbers are not. */
function isPlainAddress(text: string, field: FieldReference): boolean {
  return field.kind === 'address' && /^\w[\w.-]*$/.test(text) && !/^(and|or|not|to)$/i.test(text);
}

/** A pattern as a word of a query: everything but letters, digits and the like has a backslash. */
export function printPattern(pattern: Pattern): string {
  return pattern
    .map((part, index) => {
      if (part.kind === 'any') return '*';
      if (part.kind === 'one') return '?';
      const text = part.text.replace(/[^\p{L}\p{N}_.-]/gu, '\\$&');
      return index === 0 && text.startsWith('-') ? `\\${text}` : text;
    })
    .join('');
}

/** A pattern in a sentence. */
export function patternWords(pattern: Pattern): string {
  const text = pattern.map((part) => (part.kind === 'literal' ? part.text : part.kind === 'any' ? '*' : '?')).join('');
  return wordsOf(text);
}

/** A field's name as a query writes it. */
export function printName(field: FieldReference): string {
  if (isNeverBareName(field.name)) return quote(field.name);
  const escaped = field.name.replace(/[^\p{L}\p{N}_@$./-]/gu, '\\$&');
  return /^[\p{L}_@\\]/u.test(escaped) ? escaped : `\\${escaped}`;
}
