import { parse } from 'yaml';
import type { JsonObject } from '@/lib/formats';

/** Top-level parts of an object that no format reads and that make up most of a manifest. */
const SKIPPED = /^(?:spec|status|data|binaryData|stringData|webhooks|rules|template):/;
const MANAGED_FIELDS = 'managedFields:';
/** Larger than what a cluster stores of an object; a YAML reader takes a hundred times its text in memory. */
const TEXT_MAX = 8 * 1024 * 1024;
const SKELETON_MAX = 512 * 1024;

/** Why an object is not there. */
export const NO_YAML_OBJECT = 'this part of the file is not valid YAML, or too large to be taken apart';

/** The object that a YAML text is, without its spec, status and data; null when it is none, or too large. */
export function parseYamlObject(text: string): JsonObject | null {
  if (text.length > TEXT_MAX) return null;
  const kept = skeleton(text);
  if (kept.length > SKELETON_MAX) return null;
  try {
    // To look for keys that come twice takes quadratic time.
    const options = { maxAliasCount: 0, logLevel: 'silent', schema: 'core', uniqueKeys: false } as const;
    const value: unknown = parse(kept, options);
    const object: unknown = Array.isArray(value) ? value[0] : value;
    return isJsonObject(object) ? object : null;
  } catch {
    return null;
  }
}

/** The text without the parts that nobody reads: a full YAML reader takes most of its time on them. */
function skeleton(text: string): string {
  const lines = text.split('\n');
  const indent = topIndent(lines);
  const kept: string[] = [];
  let skipDeeperThan = -1;
  for (const line of lines) {
    const depth = depthOf(line);
    if (depth === null) continue;
    const content = line.slice(depth);
    if (skipDeeperThan >= 0) {
      if (depth > skipDeeperThan || (depth === skipDeeperThan && content.startsWith('- '))) continue;
      skipDeeperThan = -1;
    }
    const skip = (depth === indent && SKIPPED.test(content)) || content.startsWith(MANAGED_FIELDS);
    if (skip) skipDeeperThan = depth;
    else kept.push(line);
  }
  return kept.join('\n');
}

/** Where the keys of the object stand: behind the dash, when it is the entry of a list. */
function topIndent(lines: readonly string[]): number {
  const first = lines.find((line) => depthOf(line) !== null && !line.startsWith('---')) ?? '';
  const depth = depthOf(first) ?? 0;
  return first.slice(depth).startsWith('- ') ? depth + 2 : depth;
}

/** Spaces before a line's content; null for a blank line or a comment. */
function depthOf(line: string): number | null {
  let depth = 0;
  while (line.charCodeAt(depth) === 0x20) depth += 1;
  return depth === line.length || line[depth] === '#' ? null : depth;
}

/** The core schema yields JSON values only. */
function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
