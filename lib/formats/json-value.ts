import { parseEndpoint } from './addresses';
import type { Json, JsonObject } from './format';

/** The longest text that becomes an attribute; the rest is in the original. */
export const ATTRIBUTE_LENGTH_MAX = 1024;

/** The value if it is a text that says something. */
export function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The same, cut to what an attribute may hold. */
export function shortTextOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? cut(value) : null;
}

/** The value as a finite number; Kubernetes and protobuf write large integers as texts. */
export function numberOf(value: Json | undefined): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value === '' || value.length > 24) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

export function integerOf(value: Json | undefined): number | null {
  const number = numberOf(value);
  return number !== null && Number.isSafeInteger(number) ? number : null;
}

export function objectOf(value: Json | undefined): JsonObject | null {
  return isObject(value) ? value : null;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The elements if it is an array, else none. */
export function arrayOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : NONE;
}

/** The texts of an array of texts as one, or null when there is none. */
export function joinedTexts(value: Json | undefined, separator = ','): string | null {
  let joined = '';
  for (const element of arrayOf(value)) {
    if (typeof element === 'string' && element !== '') joined = joined === '' ? element : joined + separator + element;
    if (joined.length > ATTRIBUTE_LENGTH_MAX) break;
  }
  return joined === '' ? null : cut(joined);
}

/** The text cut to what an attribute may hold, whole characters only. */
export function cut(text: string): string {
  if (text.length <= ATTRIBUTE_LENGTH_MAX) return text;
  const last = text.charCodeAt(ATTRIBUTE_LENGTH_MAX - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? ATTRIBUTE_LENGTH_MAX - 1 : ATTRIBUTE_LENGTH_MAX);
}

/** The value as an IP address without port, or null. */
export function addressOf(value: Json | undefined): string | null {
  if (typeof value !== 'string') return null;
  return parseEndpoint(value)?.ip ?? null;
}

const NONE: readonly Json[] = [];
