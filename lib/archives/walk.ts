import { createReadStream } from 'node:fs';
import { type Archive, ArchiveError, type ArchiveInput, type Entry, LimitError } from './archive';
import { archiveOf, HEAD_BYTES, whyRefused } from './archives';
import type { Budget } from './budget';
import { Content } from './content';
import { EventLoopTurns } from './event-loop-turns';
import { entryPath, pathWithin, UniquePaths } from './path';
import { spool } from './spool';

/** An upload as it lies in the spool folder. */
export interface WalkInput {
  /** The name it was uploaded under: a label. */
  readonly name: string;
  readonly spoolPath: string;
  /** Bytes. */
  readonly size: number;
}

export interface WalkOptions {
  readonly budget: Budget;
  /** Where members that must be on disk are kept while they are read, under names of our own. */
  readonly scratchFolder: string;
  readonly signal: AbortSignal;
  /** Told how many bytes of the upload are done with; grows, and need not reach the size. */
  onPacked?(bytes: number): void;
}

/** A file of the source that is no archive: the upload itself or what was found inside it. */
export interface Leaf {
  /** Its path inside the source, which no other leaf of the source has. A label, never a path to open. */
  readonly path: string;
  /** When it was last written, in microseconds since the epoch; null when nothing says. */
  readonly modified: number | null;
  /** Why it has no bytes; null for a file that can be read. */
  readonly skipped: string | null;
  /** Of a link, which is skipped: the path that the member it leads to would have; null for anything else. */
  readonly link: string | null;
  /** Whether its bytes are those of the upload itself. */
  readonly isUpload: boolean;
  /** After `bytes()` has ended: what was wrong with it, so that it ended early; null when nothing was. */
  damaged(): string | null;
  /** Its bytes, once, before the next leaf is asked for; may be left early. Ends early when damaged. */
  bytes(): AsyncIterable<Uint8Array>;
}

/**
 * Opens whatever the upload is, archives in archives too, and gives its files in order.
 * Throws `ArchiveError` (with the `path` of the archive) at the end of an archive broken between members or packed
 * as a bomb, `LimitError` when the budget was used up (both even if a leaf said so already), and the signal's reason when
 * aborted.
 */
export async function* walk(input: WalkInput, options: WalkOptions): AsyncGenerator<Leaf> {
  options.signal.throwIfAborted();
  const walker = new Walker(options, input.name);
  const progress = forwardOnly(options.onPacked);
  const upload = await Content.begin(spooledBytes(input.spoolPath, progress, options.signal), HEAD_BYTES);
  try {
    const place = {
      leaf: entryPath(input.name),
      folder: '',
      depth: 0,
      modified: null,
      fromStream: false,
      size: input.size,
    };
    yield* walker.open(upload, { ...place, spoolPath: input.spoolPath, progress });
  } finally {
    await upload.close();
  }
}

interface Place {
  /** The path it has if it is no archive. */
  readonly leaf: string;
  /** What comes before the paths of its members if it is one; '' for the source. */
  readonly folder: string;
  /** How many archives it is in. */
  readonly depth: number;
  readonly modified: number | null;
  /** How many bytes it has; null when nothing tells. */
  readonly size: number | null;
  /** True for what a compressed stream holds: a tar there is on the same level. */
  readonly fromStream: boolean;
  readonly spoolPath: string | null;
  progress(packedBytes: number): void;
}

class Walker {
  private readonly paths = new UniquePaths();
  private readonly turns = new EventLoopTurns();
  private limit: LimitError | null = null;

  constructor(
    private readonly options: WalkOptions,
    private readonly sourceName: string,
  ) {}

  async *open(content: Content, place: Place): AsyncGenerator<Leaf> {
    const archive = archiveOf(content.head);
    if (archive === null) {
      const refused = whyRefused(content.head);
      yield refused === null ? this.leaf(content, place) : this.skipped(place.leaf, place.modified, refused);
      return;
    }
    const depth = place.fromStream && !archive.stream ? place.depth : place.depth + 1;
    const { limits } = this.options.budget;
    if (depth > limits.depth) {
      yield this.skipped(place.leaf, place.modified, `archive nested deeper than ${limits.depth}`);
      return;
    }
    try {
      yield* this.members(archive, content, { ...place, depth });
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      const path = place.folder || this.sourceName;
      if (error instanceof LimitError) throw new LimitError(error.message, error.path ?? path, { cause: error });
      if (place.folder === '') throw new ArchiveError(error.message, error.path ?? path, { cause: error });
      yield this.skipped(place.folder, place.modified, error.message);
    }
  }

  private async *members(archive: Archive, content: Content, place: Place): AsyncGenerator<Leaf> {
    const onDisk = archive.needsSpool && place.spoolPath === null ? await this.spool(content) : null;
    const input: ArchiveInput = {
      spoolPath: onDisk?.path ?? place.spoolPath,
      size: onDisk?.size ?? place.size,
      open: () => content.bytes(),
      progress: (bytes) => place.progress(bytes),
      signal: this.options.signal,
    };
    try {
      for await (const entry of archive.entries(input, place.leaf, this.options.budget)) {
        await this.turns.share();
        this.options.signal.throwIfAborted();
        yield* this.member(archive, entry, place);
        if (this.limit !== null) throw this.limit;
      }
    } finally {
      await onDisk?.remove();
    }
  }

  private async *member(archive: Archive, entry: Entry, place: Place): AsyncGenerator<Leaf> {
    const leaf = archive.stream ? entry.path : pathWithin(place.folder, entry.path);
    const modified = entry.modified ?? (archive.stream ? place.modified : null);
    if (entry.skipped !== null) {
      const link = entry.link ? pathWithin(place.folder, entryPath(entry.link)) : null;
      yield { ...this.skipped(leaf, modified, entry.skipped), link };
      return;
    }
    const content = await Content.begin(entry.bytes(), HEAD_BYTES);
    try {
      yield* this.open(content, {
        leaf,
        folder: archive.stream ? place.folder : leaf,
        depth: place.depth,
        modified,
        size: entry.size,
        fromStream: archive.stream,
        spoolPath: null,
        progress: () => {},
      });
    } finally {
      await content.close();
    }
  }

  private spool(content: Content) {
    const { scratchFolder, signal } = this.options;
    return spool(content.bytes(), scratchFolder, signal);
  }

  private leaf(content: Content, place: Place): Leaf {
    const { signal } = this.options;
    let damage: string | null = null;
    const bytes = async function* (this: Walker): AsyncGenerator<Uint8Array> {
      try {
        for await (const chunk of content.bytes()) {
          await this.turns.share();
          signal.throwIfAborted();
          yield chunk;
        }
      } catch (error) {
        if (!(error instanceof ArchiveError)) throw error;
        if (error instanceof LimitError) this.limit = error;
        damage = error.message;
      }
    };
    const path = this.paths.claim(place.leaf);
    return {
      path,
      modified: place.modified,
      skipped: null,
      link: null,
      isUpload: place.spoolPath !== null,
      damaged: () => damage,
      bytes: bytes.bind(this),
    };
  }

  private skipped(path: string, modified: number | null, reason: string): Leaf {
    const nothing = async function* (): AsyncGenerator<Uint8Array> {};
    return {
      path: this.paths.claim(path),
      modified,
      skipped: reason,
      link: null,
      isUpload: false,
      damaged: () => null,
      bytes: nothing,
    };
  }
}

async function* spooledBytes(
  path: string,
  progress: (bytes: number) => void,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const bytes of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    signal.throwIfAborted();
    yield bytes;
    done += bytes.length;
    progress(done);
  }
}

/** The first bytes are read to see what it is, before an archive that seeks tells its own progress. */
function forwardOnly(report: ((bytes: number) => void) | undefined): (bytes: number) => void {
  let most = 0;
  return (bytes) => {
    if (bytes <= most) return;
    most = bytes;
    report?.(bytes);
  };
}
