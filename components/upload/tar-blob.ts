import { TAR_BLOCK, type TarMember, tarHeader, tarPadding } from '@/lib/tar';

/** A file as the browser hands it over, with the path that it had in the dropped folder. */
export interface ChosenFile {
  readonly path: string;
  readonly file: Blob & { readonly lastModified: number };
}

/**
 * A tar of the files, made of references: headers and padding are in memory, contents are read by the browser when that part
 * is sent. The same files give the same bytes in any order of choosing, so that an interrupted upload can go on.
 */
export function tarBlob(files: readonly ChosenFile[]): Blob {
  const parts: BlobPart[] = [];
  for (const { path, file } of inOrder(files)) {
    const member: TarMember = { path, bytes: file.size, modified: file.lastModified };
    parts.push(...tarHeader(member), file, tarPadding(file.size));
  }
  parts.push(new Uint8Array(TAR_BLOCK * 2));
  return new Blob(parts, { type: 'application/x-tar' });
}

/** What tells this set of files from any other: names, sizes and dates, whatever the order of choosing. */
export function filesFingerprint(files: readonly ChosenFile[]): string {
  let high = 0x811c9dc5;
  let low = 0x1b873593;
  for (const { path, file } of inOrder(files)) {
    for (const character of `${path}\u0000${file.size}\u0000${file.lastModified}\u0000`) {
      const code = character.codePointAt(0) ?? 0;
      high = Math.imul(high ^ code, 0x01000193);
      low = Math.imul(low ^ code, 0x85ebca6b) ^ (low >>> 13);
    }
  }
  return `${files.length}-${(high >>> 0).toString(36)}${(low >>> 0).toString(36)}`;
}

function inOrder(files: readonly ChosenFile[]): readonly ChosenFile[] {
  return [...files].sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0));
}
