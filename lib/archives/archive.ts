import type { Budget } from './budget';

/** The bytes of an archive, as its decoder gets them. */
export interface ArchiveInput {
  /**
   * Where the bytes are on this machine: a spool file under a name of our own, never the archive's.
   * Null when the archive is itself a member being unpacked; never null for an archive that `needsSpool`.
   */
  readonly spoolPath: string | null;
  /** How many packed bytes there are, as whatever holds them tells; null when nothing does. */
  readonly size: number | null;
  /** The bytes from the start; may be asked for once only. */
  open(): AsyncIterable<Uint8Array>;
  /** Told how many of the packed bytes a decoder that reads the spool file by itself is done with. */
  progress(packedBytes: number): void;
  /** Ends a decoder that is waiting; between chunks the walk looks at it anyway. */
  readonly signal: AbortSignal;
}

/** One member of an archive. Its name is a label and evidence, never a path to open or write. */
export interface Entry {
  /** The member's own name, with `/` between folders, NFC, at most 1024 bytes. */
  readonly path: string;
  /** When it was last written, in microseconds since the epoch; null when the archive does not say. */
  readonly modified: number | null;
  /** Why it has no bytes to read (a symlink, a device, an encrypted member); null for a file. */
  readonly skipped: string | null;
  /** Of a link, which is skipped: the member of the same archive that it leads to; null when it leads out of it. */
  readonly link?: string | null;
  /** How many bytes it has, as the archive tells; null when it does not. */
  readonly size: number | null;
  /** The member's bytes, once; must be read to the end or left before the next entry is asked for. */
  bytes(): AsyncIterable<Uint8Array>;
}

/** A kind of archive or compressed file. Recognised by its first bytes, never by its name. */
export interface Archive {
  readonly name: string;
  readonly title: string;
  /** True for a single compressed stream (gzip, xz): its one entry is the file itself, without the suffix. */
  readonly stream: boolean;
  /** Whether `head` (the first 600 bytes at least, if there are as many) opens such an archive. */
  matches(head: Uint8Array): boolean;
  /** True when it must be on disk to be read (zip: its directory is at the end). */
  readonly needsSpool: boolean;
  /**
   * The members in order; throws `ArchiveError` for what is damaged, after giving what could be read.
   * Damage that a member's `bytes()` has thrown already is not thrown again: the members after it follow, if any can.
   */
  entries(input: ArchiveInput, name: string, budget: Budget): AsyncIterable<Entry>;
}

/** Something wrong with an archive that a person can act on; what was read before it stays. */
export class ArchiveError extends Error {
  override readonly name: string = 'ArchiveError';

  constructor(
    message: string,
    /** Which archive, as its path inside the source; null until the walk knows. */
    readonly path: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A compressed file or member unpacks to far more than it should: reading of it stops, its neighbours are read. */
export class BombError extends ArchiveError {}

/** A limit on what a source may unpack to was hit: nothing more of the source is read. */
export class LimitError extends ArchiveError {
  override readonly name = 'LimitError';
}
