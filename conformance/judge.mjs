import { contestedBy } from './contested.mjs';
import { expectationOf } from './expectations.mjs';

/** Formats that say "this is no log that we know"; reading them is no claim. */
const UNCLAIMED = new Set(['plain', 'document', null]);

/**
 * @typedef {object} Read what Trackway says of a file
 * @property {string | null} format
 * @property {string | null} type
 * @property {number} lines
 * @property {number} linesRead
 * @property {number} events
 * @property {number} unparsed
 * @property {boolean} sameBytes whether the original came back byte for byte
 * @property {string | null} error
 */

/**
 * One file's verdict: `true` right, `false` wrong, null where nothing was expected; `contested` where the manifest is at odds
 * with what the five types mean, null elsewhere.
 * @param {import('./manifest.mjs').Listed} listed
 * @param {Read} read
 */
export function judge(listed, read) {
  const { kind, types, formats } = expectationOf(listed);
  const claimed = !UNCLAIMED.has(read.format);
  const verdict = {
    kind,
    whole: read.lines === read.linesRead && read.sameBytes,
    type: types === null ? null : types.includes(read.type ?? ''),
    format:
      kind === 'negative' ? !claimed : formats === null ? null : formats.every((name) => name.test(read.format ?? '')),
    claimed: kind === 'log' && claimed,
  };
  const wrong = kind === 'log' && (verdict.type === false || verdict.format === false);
  return { ...verdict, contested: wrong ? contestedBy(listed, read) : null };
}

/** What remains wrong of a verdict once what is contested is taken for right. */
export function isWrongIn(name, { [name]: right, contested }) {
  return right === false && contested?.[name] !== true;
}

/**
 * The figures that the report ends with.
 * @param {{ read: Read, verdict: ReturnType<typeof judge> }[]} files
 */
export function sumUp(files) {
  const share = (name) => {
    const judged = files.filter(({ verdict }) => verdict[name] !== null);
    return {
      right: judged.filter(({ verdict }) => verdict[name]).length,
      judged: judged.filter(({ verdict }) => !isWrongIn(name, verdict)).length,
      of: judged.length,
    };
  };
  const claimed = files.filter(({ verdict }) => verdict.claimed).map(({ read }) => read);
  const sum = (name) => claimed.reduce((total, read) => total + read[name], 0);
  return {
    files: files.length,
    whole: share('whole'),
    type: share('type'),
    format: share('format'),
    unparsed: { lines: sum('unparsed'), of: sum('lines') },
  };
}
