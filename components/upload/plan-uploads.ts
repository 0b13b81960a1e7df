import { type ChosenFile, filesFingerprint, tarBlob } from './tar-blob';

/** One source to be: what is sent, under which name. */
export interface PlannedUpload {
  readonly name: string;
  readonly blob: Blob;
  /** When the newest of its files was last written, milliseconds since the epoch. */
  readonly modified: number;
  /** The same for the same files chosen again, so that an interrupted upload goes on. */
  readonly fingerprint: string;
  readonly fileCount: number;
}

/**
 * Makes sources of what was dropped or chosen together: each folder one, each archive one, a single loose file one, several
 * loose files one together. Folders and groups go as a tar that is packed while it is sent.
 */
export function planUploads(files: readonly ChosenFile[]): PlannedUpload[] {
  const folders = new Map<string, ChosenFile[]>();
  const archives: ChosenFile[] = [];
  const loose: ChosenFile[] = [];
  for (const chosen of files) {
    const slash = chosen.path.indexOf('/');
    if (slash > 0) {
      const folder = chosen.path.slice(0, slash);
      const members = folders.get(folder);
      if (members === undefined) folders.set(folder, [chosen]);
      else members.push(chosen);
    } else if (isArchive(chosen.path)) archives.push(chosen);
    else loose.push(chosen);
  }
  return [
    ...archives.map(single),
    ...[...folders].map(([folder, members]) => packed(`${folder}.tar`, members)),
    ...(loose.length > 1 ? [packed(groupName(loose), loose)] : loose.map(single)),
  ];
}

const ARCHIVE_ENDINGS = /\.(?:tar|tgz|txz|tlz|tbz2?|tzst|zip|7z|tar\.[a-z0-9]{1,5})$/i;

/** A bundle of files by its name. A lone `.gz` is a compressed log, one of many in a rotated set. */
function isArchive(path: string): boolean {
  return ARCHIVE_ENDINGS.test(path.slice(-16));
}

function single({ path, file }: ChosenFile): PlannedUpload {
  return {
    name: path,
    blob: file,
    modified: file.lastModified,
    fingerprint: filesFingerprint([{ path, file }]),
    fileCount: 1,
  };
}

function packed(name: string, files: readonly ChosenFile[]): PlannedUpload {
  return {
    name,
    blob: tarBlob(files),
    modified: files.reduce((newest, { file }) => Math.max(newest, file.lastModified), 0),
    fingerprint: filesFingerprint(files),
    fileCount: files.length,
  };
}

function groupName(files: readonly ChosenFile[]): string {
  const first = files.reduce((least, { path }) => (path < least ? path : least), files[0]?.path ?? '');
  return `${first} and ${files.length - 1} more.tar`;
}
