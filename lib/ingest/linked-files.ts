import type { FileRow } from '@/lib/store/write';

/** Links that wait for the end of the source; more than that are not followed. */
const WAITING_MAX = 20_000;
/** Links to links: a pod's log may be a link to a container's, and that one too. */
const ROUNDS_MAX = 4;
/** Above how many folders of a link the root of the packed machine may stand. */
const ROOTS_MAX = 16;
const COMPRESSION = /\.(?:gz|zst|xz|bz2|lzma|z)$/i;

/** A link inside an archive, with what it says of itself. */
export interface Link {
  readonly path: string;
  /** The path of the file that it leads to, if the source has one. */
  readonly link: string;
  readonly note: string;
}

type Original = Pick<FileRow, 'id' | 'bytes' | 'sha256'>;
type KnownRow = Pick<FileRow, 'path' | 'state' | 'id' | 'bytes' | 'sha256' | 'duplicateOf'>;

/**
 * Finds out which links of a source lead to files of the same source: those are the same file under another name, as
 * bundles have them by the hundred. Paths are looked up among the names that were read; nothing is opened by them.
 */
export class LinkedFiles {
  private readonly originals = new Map<string, Original>();
  private waiting: Link[] = [];

  /** Takes note of a file whose bytes are known. */
  know({ path, state, id, bytes, sha256, duplicateOf }: KnownRow): void {
    if (sha256 === null || state === 'failed' || state === 'reading') return;
    this.originals.set(path, { id: duplicateOf ?? id, bytes, sha256 });
  }

  /** Keeps a link until the end, since it may stand before its file; false when too many wait. */
  wait(link: Link): boolean {
    if (this.waiting.length >= WAITING_MAX) return false;
    this.waiting.push(link);
    return true;
  }

  /** All links that waited, with the file that each leads to; null when the source has none. */
  settle(): { readonly link: Link; readonly original: Original | null }[] {
    const settled: { link: Link; original: Original | null }[] = [];
    for (let round = 0; round < ROUNDS_MAX && this.waiting.length > 0; round += 1) {
      const unknown: Link[] = [];
      for (const link of this.waiting) {
        const original = this.find(link);
        if (original === null) unknown.push(link);
        else {
          this.originals.set(link.path, original);
          settled.push({ link, original });
        }
      }
      if (unknown.length === this.waiting.length) break;
      this.waiting = unknown;
    }
    for (const link of this.waiting) settled.push({ link, original: null });
    this.waiting = [];
    return settled;
  }

  /** A link may be absolute on a machine whose files were packed below a folder: each folder above it may be that root. */
  private find({ path, link }: Link): Original | null {
    const folders = path.split('/').slice(0, -1);
    for (let depth = 0; depth <= Math.min(folders.length, ROOTS_MAX); depth += 1) {
      const target = [...folders.slice(0, depth), link].join('/');
      // A compressed file is known by its name without the suffix.
      const original = this.originals.get(target) ?? this.originals.get(target.replace(COMPRESSION, ''));
      if (original !== undefined && target !== path) return original;
    }
    return null;
  }
}
