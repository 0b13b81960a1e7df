import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../scripts/plain-error.mjs';

/**
 * @typedef {object} Listed a file that the manifest lists
 * @property {string} path inside the folder, with slashes
 * @property {string} type the manifest's word for the log type
 * @property {string} format the manifest's words for the format
 * @property {string} notes what else it says; empty without such a column
 */

/**
 * The files that MANIFEST.tsv of a folder lists and that are there. Its first line names the columns; `path`, `log_type` and
 * `format` are read, and `notes` where there are any; others are left alone.
 * @param {string} folder
 * @returns {Listed[]}
 */
export function readManifest(folder) {
  const file = join(folder, 'MANIFEST.tsv');
  if (!existsSync(file))
    throw new PlainError(`${folder} has no MANIFEST.tsv, which lists the files and their formats.`);
  const [head = '', ...rows] = readFileSync(file, 'utf8').split(/\r?\n/);
  const columns = head.split('\t');
  const [path, type, format] = ['path', 'log_type', 'format'].map((name) => {
    const place = columns.indexOf(name);
    if (place === -1) throw new PlainError(`${file} has no column "${name}" in its first line.`);
    return place;
  });
  const notes = columns.indexOf('notes');
  return rows
    .filter((row) => row.trim() !== '')
    .map((row) => row.split('\t'))
    .map((cells) => ({
      path: cells[path] ?? '',
      type: cells[type] ?? '',
      format: cells[format] ?? '',
      notes: cells[notes] ?? '',
    }))
    .filter((listed) => existsSync(join(folder, listed.path)));
}
