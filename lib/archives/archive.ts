import type { Budget } from './budget';

/** The bytes of an archive: read in order, and again from the start when asked again. */
export interface ArchiveInput {
  /** Where the bytes are on this machine: a spool file under a name of our own, never the archive's. */
  readonly spoolPath: string | null;
  /** Opens the bytes from the start. */
  open(): AsyncIterable<Uint8Array>;
}

/** One member of an archive. Its name is a label and evidence, never a path to open or write. */
export interface Entry {
  /** The member's own name, with `/` between folders, NFC, at most 1024 bytes. */
  readonly path: string;
  /** When it was last written, in microseconds since the epoch; null when the archive does not say. */
  readonly modified: number | null;
  /** Why it has no bytes to read (a symlink, a device, an encrypted member); null for a file. */
  readonly skipped: string | null;
  /** The member's bytes; must be read to the end or left before the next entry is asked for. */
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
  /** The members in order; throws `ArchiveError` for what is damaged, after giving what could be read. */
  entries(input: ArchiveInput, name: string, budget: Budget): AsyncIterable<Entry>;
}

/** Something wrong with an archive that a person can act on; what was read before it stays. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}
