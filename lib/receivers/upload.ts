/** An upload that was announced. */
export interface AnnouncedUpload {
  readonly id: string;
  /** What its sender calls it; a label, never a path. */
  readonly name: string;
  /** Bytes; 0 when the sender does not say. */
  readonly bytes: number;
  /** When the file was last written, in milliseconds since the epoch; null when unknown. */
  readonly modified: number | null;
}

/** What becomes of an upload on its way in; whoever composes the receivers fills it in. */
export interface UploadKeeper {
  /** The folder in which the bytes wait, each upload in a file named by its id. */
  readonly folder: string;
  /** Called before the first byte; throws to refuse the upload. */
  begin(upload: AnnouncedUpload): Promise<void>;
  received(id: string, bytes: number): Promise<void>;
  /** All bytes are on disk. */
  finished(id: string, bytes: number): Promise<void>;
  /** The sender gave up; its bytes are gone. */
  dropped(id: string): Promise<void>;
}

const NAME_CHARACTERS_MAX = 255;

/** A name fit to be stored and shown: the last part of a path, without control characters, never empty. */
export function uploadName(given: string | null | undefined): string {
  const last = (given ?? '').split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .toWellFormed()
    .replace(/\p{Cc}/gu, '\uFFFD')
    .trim();
  return clean === '' ? 'upload' : clean.slice(0, NAME_CHARACTERS_MAX);
}
