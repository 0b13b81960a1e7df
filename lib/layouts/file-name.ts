import { rotationOf } from './rotation';

const COMPRESSION = /\.(?:gz|zst|xz|bz2|lz4|z)$/i;
const ROTATION = /[.-](?:\d{1,3}|\d{8}(?:[-T]\d{4,6})?)$/;

/** The folders of a path and the name of its file, without empty and `.` segments. */
export function splitPath(path: string): { folders: readonly string[]; file: string } {
  const segments = path.split(/[/\\]/).filter((segment) => segment !== '' && segment !== '.');
  const file = segments.pop() ?? '';
  return { folders: segments, file };
}

/** A file's name without the suffixes of compression and of rotation: `syslog.2.gz` is `syslog`. */
export function logName(file: string): string {
  const log = rotationOf(file)?.log;
  return log ?? file.replace(COMPRESSION, '').replace(ROTATION, '').replace(COMPRESSION, '');
}

/** The name of the log that a file holds, without `.log` or `.txt` either: `kubelet.log.1` is `kubelet`. */
export function logStem(file: string): string {
  return logName(file).replace(/\.(?:log|txt|out)$/i, '');
}
