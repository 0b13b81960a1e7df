import { rotationOf } from '@/lib/layouts';

/** A first time that is older than this against the file's date is a stray, and says nothing. */
const STRAY_MICROS = 3 * 366 * 86_400_000_000;

interface Member {
  readonly age: number;
  readonly from: number;
}

/**
 * What the rotated files of one log say about each other's time: nothing in an older file is later than the first record
 * of a newer one. So a year that is not written can be inferred in a file whose own date is that of a copy. Files come in
 * the order of their archive; whichever came before is used.
 */
export class LogSeries {
  private readonly members = new Map<string, Member[]>();

  /** Takes note of the first time in a file that was read; microseconds since the epoch. */
  know(path: string, from: number | null): void {
    if (from === null) return;
    const { log, age } = placeOf(path);
    const members = this.members.get(log);
    if (members === undefined) this.members.set(log, [{ age, from }]);
    else members.push({ age, from });
  }

  /** The latest time that records in a file may have, at most `modified`; null when nothing is known. */
  latest(path: string, modified: number | null): number | null {
    const rotation = rotationOf(path);
    if (rotation === null) return modified;
    let latest = earlier(rotation.rotated, modified);
    for (const { age, from } of this.members.get(rotation.log) ?? []) {
      const stray = latest !== null && from < latest - STRAY_MICROS;
      if (age < rotation.age && !stray && comparable(age, rotation.age)) latest = earlier(latest, from);
    }
    return latest;
  }
}

/** The file that is still written is newer than any other. */
function placeOf(path: string): { log: string; age: number } {
  return rotationOf(path) ?? { log: path, age: Number.NEGATIVE_INFINITY };
}

/** Ages are numbers (above zero) or times (below): which of two such files is older is not told. */
function comparable(one: number, other: number): boolean {
  return one === Number.NEGATIVE_INFINITY || one < 0 === other < 0;
}

function earlier(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
