import type { RetentionRule } from '@/lib/interface';

/** What is kept or goes as one: an upload with all its files, or a segment of a stream with its file. Times in milliseconds. */
export interface Lot {
  readonly source: string;
  readonly name: string;
  readonly segments: readonly number[];
  readonly events: number;
  readonly bytes: number;
  /** The time of its newest event; null when none has one. */
  readonly newest: number | null;
  readonly arrived: number;
  /** What its source says for itself. */
  readonly own: boolean;
  /** Of its source's own word; null = for ever. */
  readonly ownDays: number | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Since when the age of a lot counts. An event from after its own arrival tells nothing but that a clock was wrong. */
export function agesSince({ newest, arrived }: Lot, { countsFrom }: Pick<RetentionRule, 'countsFrom'>): number {
  return countsFrom === 'arrival' ? arrived : Math.min(newest ?? arrived, arrived);
}

/**
 * The lots that are to go, the oldest first: those that are older than their source or the rule allows, and as many more as
 * bring the store down to the rule's size. `bytes`: of all that is stored, also of what cannot go yet; `now` in milliseconds.
 */
export function dueLots(lots: readonly Lot[], rule: RetentionRule, bytes: number, now: number): Lot[] {
  const oldest = [...lots].sort((one, other) => agesSince(one, rule) - agesSince(other, rule));
  const isOld = (lot: Lot) => {
    const days = lot.own ? lot.ownDays : rule.keepDays;
    return days !== null && agesSince(lot, rule) < now - days * DAY_MS;
  };
  const due = new Set(oldest.filter(isOld));
  let left = [...due].reduce((sum, lot) => sum - lot.bytes, bytes);
  for (const lot of oldest) {
    if (rule.sizeMax === null || left <= rule.sizeMax) break;
    if (due.has(lot) || isHeld(lot)) continue;
    due.add(lot);
    left -= lot.bytes;
  }
  return oldest.filter((lot) => due.has(lot));
}

/** The lots of each source, in their order. */
export function bySource(lots: readonly Lot[]): Map<string, Lot[]> {
  const sources = new Map<string, Lot[]>();
  for (const lot of lots) {
    const own = sources.get(lot.source);
    if (own === undefined) sources.set(lot.source, [lot]);
    else own.push(lot);
  }
  return sources;
}

/** Whoever said of a source that it stays for ever did not mean until the store is full. */
function isHeld({ own, ownDays }: Lot): boolean {
  return own && ownDays === null;
}
