import type { Json, JsonObject } from './format';
import { arrayOf, objectOf } from './json-value';

const OPERATIONS_MAX = 64;
const DEPTH_MAX = 16;

/** A part of the object that a patch describes, while it is being put together. */
type Part = Map<string, Part | Json>;

/**
 * What a JSON Patch adds and replaces, as a piece of the object that it changes: `[{"op":"add","path":"/spec/hostPID",
 * "value":true}]` is `{"spec":{"hostPID":true}}`. Where lists are changed, only the changed elements are there. Null when it is
 * no patch. Source: RFC 6902; paths are JSON pointers (RFC 6901).
 */
export function objectOfPatch(value: Json | undefined): JsonObject | null {
  const root: Part = new Map();
  for (const element of arrayOf(value).slice(0, OPERATIONS_MAX)) {
    const operation = objectOf(element);
    const { op, path, value: added } = operation ?? {};
    if ((op !== 'add' && op !== 'replace') || typeof path !== 'string' || added === undefined) continue;
    put(root, path, added);
  }
  return root.size === 0 ? null : (built(root) as JsonObject);
}

function put(root: Part, path: string, value: Json): void {
  const names = path.slice(1, 1024).split('/').map(unescaped);
  if (!path.startsWith('/') || names.length > DEPTH_MAX) return;
  let part = root;
  for (const name of names.slice(0, -1)) {
    let inner = part.get(name);
    if (!(inner instanceof Map)) {
      inner = new Map();
      part.set(name, inner);
    }
    part = inner;
  }
  const last = names.at(-1) ?? '';
  // Each `-` is an element of its own.
  part.set(last === '-' ? `-${part.size}` : last, value);
}

function unescaped(name: string): string {
  return name.includes('~') ? name.replaceAll('~1', '/').replaceAll('~0', '~') : name;
}

/** Objects of the parts; a part whose keys are places in a list is a list. */
function built(part: Part): Json {
  const names = [...part.keys()];
  if (names.every((name) => /^(?:\d{1,6}|-\d*)$/.test(name))) return [...part.values()].map(value);
  const object: Record<string, Json> = Object.create(null) as Record<string, Json>;
  for (const [name, inner] of part) object[name] = value(inner);
  return object;
}

function value(inner: Part | Json): Json {
  return inner instanceof Map ? built(inner) : inner;
}
