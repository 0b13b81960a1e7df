/** What the name of a rotated file tells. */
export interface Rotation {
  /** The path of the log that it was rotated from; the file that is still written has it. */
  readonly log: string;
  /** Greater is older, among the files of one log; numbers and times of rotation are not compared with each other. */
  readonly age: number;
  /** When it was rotated, so that nothing in it is later: microseconds since the epoch, UTC; null when only a number is told. */
  readonly rotated: number | null;
}

const COMPRESSION = /\.(?:gz|zst|xz|bz2|lz4|lzma|z)$/i;
const LOG_ENDING = /\.(?:log|txt|out|err|jsonl?|audit)$/i;
const DAY_MICROS = 86_400_000_000;
const NAME_LENGTH_MAX = 300;

/**
 * Reads the name of a rotated log; null for any other file. Names are those of logrotate (`syslog.2.gz`, `x.log-20240102`,
 * man page: `dateext`, `dateformat`), the kubelet (`0.log.20240102-030405.gz`, pkg/kubelet/logs/container_log_manager.go),
 * lumberjack, which the API server uses for its audit log (`audit-2024-01-02T03-04-05.678.log`), and log4j, java.util.logging
 * and Docker (`x.log.2024-01-02`, `x.2024-01-02.log`, `x.1.log`).
 */
export function rotationOf(path: string): Rotation | null {
  const slash = path.lastIndexOf('/');
  const file = path.slice(slash + 1);
  if (file.length > NAME_LENGTH_MAX) return null;
  const name = file.replace(COMPRESSION, '');
  const found = byTime(name) ?? byNumber(name);
  return found === null ? null : { ...found, log: path.slice(0, slash + 1) + found.log.replace(COMPRESSION, '') };
}

/** A date behind the name or before its ending, with a time of day or without. */
const TIMES: readonly RegExp[] = [
  /^(?<log>.+?)[.-](?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:[-T_]?(?<hour>\d\d)(?<minute>\d\d)?(?<second>\d\d)?)?$/,
  /^(?<log>.+?)[.-](?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[-T_](?<hour>\d\d)(?:[-.]?(?<minute>\d\d)(?:[-.]?(?<second>\d\d))?)?(?:\.\d{1,6})?)?(?:\.\d{1,3})?(?<ending>\.[A-Za-z]{2,5})?$/,
];

function byTime(name: string): Rotation | null {
  for (const pattern of TIMES) {
    const groups = pattern.exec(name)?.groups;
    if (groups === undefined) continue;
    const log = `${groups.log ?? ''}${groups.ending ?? ''}`;
    const { year, month, day, hour, minute, second } = groups;
    const start = Date.UTC(Number(year), Number(month) - 1, Number(day), ...numbers(hour, minute, second)) * 1000;
    if (!isDay(Number(year), Number(month), Number(day)) || !looksLikeLog(log)) continue;
    // A day is told in the machine's zone, which may be half a day from UTC; and files are rotated within it.
    const rotated = hour === undefined ? start + 2 * DAY_MICROS : start + DAY_MICROS;
    return { log, age: -start, rotated };
  }
  return null;
}

function numbers(hour?: string, minute?: string, second?: string): [number, number, number] {
  return [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)];
}

function isDay(year: number, month: number, day: number): boolean {
  return year >= 1990 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function byNumber(name: string): Rotation | null {
  const behind = /^(?<log>.+)\.(?<number>\d{1,3}|old)$/.exec(name)?.groups;
  if (behind?.log !== undefined && looksLikeLog(behind.log)) {
    return { log: behind.log, age: behind.number === 'old' ? 1 : Number(behind.number), rotated: null };
  }
  const inside = /^(?<stem>.*[A-Za-z_])[.](?<number>[1-9]\d{0,2})(?<ending>\.[A-Za-z]{2,5})$/.exec(name)?.groups;
  if (inside?.stem === undefined || inside.ending === undefined || !LOG_ENDING.test(inside.ending)) return null;
  return { log: inside.stem + inside.ending, age: Number(inside.number), rotated: null };
}

/** `x.log`, `0.log`, `syslog`; not `release-1` nor a version's beginning. */
function looksLikeLog(log: string): boolean {
  return LOG_ENDING.test(log.replace(COMPRESSION, '')) || /^[A-Za-z][A-Za-z_@-]*$/.test(log);
}
