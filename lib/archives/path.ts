import { createHash } from 'node:crypto';

const PATH_BYTES_MAX = 1024;
const COMPONENTS_MAX = 255;
// Controls, line separators, and the format characters that reorder or hide text.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A member's name as a label: NFC, without NULs, leading `/` and empty or `.` components; characters that hide or
 * reorder text become U+FFFD. `..` stays: the label is never opened or written.
 */
export function entryPath(name: string): string {
  const seen = name.replaceAll('\0', '').normalize('NFC').replace(UNSEEN, '\ufffd');
  const components = seen.split('/').filter((component) => component !== '' && component !== '.');
  return bounded(components.length === 0 ? 'unnamed' : components.join('/'));
}

/** The path of a member within an archive that is itself a member of the source; `folder` is '' for the source. */
export function pathWithin(folder: string, path: string): string {
  return folder === '' ? path : bounded(`${folder}/${path}`);
}

/** Names in UTF-8 as nearly all are, else in latin1, which never fails. */
export function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

/** Replaces a compressed file's suffix, in any case: `x.log.gz` is `x.log`, `x.tgz` is `x.tar`. */
export function withoutSuffix(path: string, suffixes: Readonly<Record<string, string>>): string {
  const lower = path.toLowerCase();
  for (const [suffix, replacement] of Object.entries(suffixes)) {
    const stem = path.slice(0, -suffix.length);
    if (lower.endsWith(suffix) && stem !== '' && !stem.endsWith('/')) return stem + replacement;
  }
  return path;
}

/** Gives every path of a source once: the second of a name becomes `name (2)`. */
export class UniquePaths {
  private readonly lastNumber = new Map<string, number>();

  claim(path: string): string {
    let number = this.lastNumber.get(key(path));
    if (number === undefined) {
      this.lastNumber.set(key(path), 1);
      return path;
    }
    let claimed: string;
    do {
      number += 1;
      claimed = `${path} (${number})`;
    } while (this.lastNumber.has(key(claimed)));
    this.lastNumber.set(key(path), number);
    this.lastNumber.set(key(claimed), 1);
    return claimed;
  }
}

/** Long paths are kept as their digest, so that 200 000 of them stay small. */
function key(path: string): string {
  return path.length <= 64 ? path : createHash('sha256').update(path).digest('base64');
}

function bounded(path: string): string {
  const components = path.split('/');
  if (components.length <= COMPONENTS_MAX && Buffer.byteLength(path) <= PATH_BYTES_MAX) return path;
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 16);
  const kept = Buffer.from(components.slice(0, COMPONENTS_MAX - 1).join('/')).subarray(0, PATH_BYTES_MAX - 17);
  // A character cut in two decodes to U+FFFD, which must go; it may be as long as what was cut.
  return `${kept.toString('utf8').replace(/\ufffd+$/, '')}~${digest}`;
}
