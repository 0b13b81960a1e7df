import type { ChosenFile } from './tar-blob';

/** The files of an input, with their path below the chosen folder where there is one. */
export function filesOfInput(list: FileList): ChosenFile[] {
  return [...list].map((file) => ({
    path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
    file,
  }));
}

/**
 * All files of a drop, folders walked through. Must be called within the drop event: the browser takes the items back after it.
 * A file or folder that cannot be read is reported by `onUnreadable` and left out.
 */
export function filesOfDrop(transfer: DataTransfer, onUnreadable: (path: string) => void): Promise<ChosenFile[]> {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const roots = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return collect(roots, onUnreadable);
}

interface DroppedRoot {
  readonly entry: FileSystemEntry | null;
  readonly file: File | null;
}

async function collect(roots: readonly DroppedRoot[], onUnreadable: (path: string) => void): Promise<ChosenFile[]> {
  const found: ChosenFile[] = [];
  const pending: FileSystemEntry[] = [];
  for (const { entry, file } of roots) {
    if (entry !== null) pending.push(entry);
    else if (file !== null) found.push({ path: file.name, file });
  }
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    const path = entry.fullPath.slice(1);
    try {
      if (isDirectory(entry)) pending.push(...(await children(entry)));
      else if (isFile(entry)) found.push({ path, file: await fileOf(entry) });
    } catch {
      onUnreadable(path);
    }
  }
  return found;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** Browsers hand out at most 100 entries a call; an empty answer is the end. */
async function children(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
