import type { Json } from './format';

const LENGTH_MAX = 1024;
const DEPTH_MAX = 16;

/**
 * The beginning of a value as compact JSON, at most 1,024 characters. Unlike `JSON.stringify` it takes no longer for a large
 * value than for a small one, and bears any depth.
 */
export function compactJson(value: Json | undefined): string {
  const text = write(value ?? null, LENGTH_MAX + 1, 0);
  if (text.length <= LENGTH_MAX) return text;
  const last = text.charCodeAt(LENGTH_MAX - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? LENGTH_MAX - 1 : LENGTH_MAX);
}

function write(value: Json, room: number, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value.length > room ? value.slice(0, room) : value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isArray = Array.isArray(value);
  if (depth === DEPTH_MAX) return isArray ? '[…]' : '{…}';
  let text = '';
  const entries = value as Readonly<Record<string, Json | undefined>>;
  for (const key in entries) {
    const inner = entries[key];
    if (inner === undefined) continue;
    if (text.length >= room) break;
    if (text !== '') text += ',';
    if (!isArray) text += `${write(key, room - text.length, depth)}:`;
    text += write(inner, Math.max(1, room - text.length), depth + 1);
  }
  return isArray ? `[${text}]` : `{${text}}`;
}
