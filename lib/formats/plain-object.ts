import type { Json, JsonObject } from './format';
import { plainText } from './plain-text';

const DEPTH_MAX = 64;

/**
 * The object without terminal escapes and NUL in its texts and keys, and without what is nested deeper than 64 levels. Worth
 * its copy only for records whose source has such characters, as themselves or as `\u0000` and `\u001b`.
 */
export function plainObject(object: JsonObject): JsonObject {
  return copyObject(object, 0);
}

function copyObject(object: JsonObject, depth: number): JsonObject {
  const copied: Record<string, Json> = Object.create(null);
  for (const key of Object.keys(object)) {
    const value = object[key];
    if (value !== undefined) copied[plainText(key)] = copy(value, depth + 1);
  }
  return copied;
}

function copy(value: Json, depth: number): Json {
  if (typeof value === 'string') return plainText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEPTH_MAX) return null;
  if (Array.isArray(value)) return value.map((element: Json) => copy(element, depth + 1));
  return copyObject(value as JsonObject, depth);
}
