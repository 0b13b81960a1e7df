import { NESTED_LIMITS } from './limits';

/** Openings of objects that are tried: text before the JSON may hold braces too. */
const OPENINGS_MAX = 4;

/** The JSON object that a record is, or that follows what stands before it; null when there is none. */
export function objectIn(text: string): object | null {
  if (text.length > NESTED_LIMITS.recordLength) return null;
  let from = text.indexOf('{');
  for (let tries = 0; from >= 0 && tries < OPENINGS_MAX; tries += 1) {
    const found = parsedObject(text.slice(from)) ?? parsedObject(text.slice(from, endOfObject(text, from)));
    if (found !== null) return found;
    from = text.indexOf('{', from + 1);
  }
  return null;
}

/** The object or list that a text is when it is JSON; null when it is none. */
export function structureOf(text: string): object | null {
  const first = /^\s*([{[])/.exec(text.slice(0, 64))?.[1];
  if (first === undefined || text.length > NESTED_LIMITS.recordLength) return null;
  return parsedObject(text);
}

function parsedObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** Behind the brace that closes the one at `from`; texts within are passed over. */
function endOfObject(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5c && quoted) at += 1;
    else if (code === 0x22) quoted = !quoted;
    else if (!quoted && code === 0x7b) depth += 1;
    else if (!quoted && code === 0x7d) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return from;
}
