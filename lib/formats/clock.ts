import { type LogEvent, TIME_GUESS } from '@/lib/events';
import { dayMicros } from './timestamps';

const MINUTE = 60_000_000;
const DAY = 86_400_000_000;

/** What is known about time in a file before its first record. All times are microseconds since the epoch. */
export interface ClockHints {
  /** When the file was last written, as the archive or the browser says; null when unknown. */
  readonly modified: number | null;
  /** Minutes east of UTC of times that name no zone; null = nobody said, UTC is assumed and marked as a guess. */
  readonly zoneMinutes: number | null;
  /** The year of the first time that names none, when a person set it; later ones go on from there over turns of the year. */
  readonly year: number | null;
  /** When the file is being read; the last resort for the year. */
  readonly now: number;
}

/** What a clock learned from a file so far, for a checkpoint. */
export interface ClockMemory {
  readonly anchor: number | null;
  readonly zone: number | null;
  /** Where a person's year has got to. */
  readonly said?: SaidYear | null | undefined;
}

/** The year in which the latest time lies that a person's word gave its year, and that time. */
interface SaidYear {
  readonly year: number;
  readonly latest: number;
}

/** Where years and zones that records do not name came from; a bit each. */
export const TIME_ORIGIN = {
  yearPerson: 1,
  /** The nearest full time in the file. */
  yearNearby: 2,
  /** The file's own date. */
  yearFile: 4,
  /** The day of the upload. */
  yearNow: 8,
  zonePerson: 16,
  zoneBanner: 32,
  /** Nobody said: UTC. */
  zoneAssumed: 64,
} as const;

/**
 * Resolves times that say less than they should. A year comes, in this order, from a person's word, from the nearest full
 * time seen in the same file or its surroundings, from the file's own date (the latest year that is not after it), or from now.
 */
export class Clock {
  private anchor: number | null = null;
  private learnedZone: number | null = null;
  private said: SaidYear | null = null;
  /** Where what was missing from the times so far came from: bits of `TIME_ORIGIN`. */
  origins = 0;

  constructor(private readonly hints: ClockHints) {}

  get memory(): ClockMemory {
    return { anchor: this.anchor, zone: this.learnedZone, said: this.said };
  }

  /** Goes on where a checkpoint left off. */
  recall(memory: ClockMemory): void {
    this.anchor = memory.anchor;
    this.learnedZone = memory.zone;
    this.said = memory.said ?? null;
  }

  /** Learns from a full time seen nearby: an envelope's, a banner's, another record's. */
  observe(micros: number): void {
    this.anchor = micros;
  }

  /** Learns the zone of the file's own times, in minutes east of UTC, from a banner. A person's word stands above it. */
  learnZone(minutes: number): void {
    this.learnedZone = minutes;
  }

  /** Sets a full, unambiguous time: year and zone are in the record. */
  setFull(event: LogEvent, micros: number): void {
    // A time quoted inside a record that has a full one already says nothing about its neighbours.
    if (event.time === null || event.timeGuess > 0) this.anchor = micros;
    offerTime(event, micros, 0);
  }

  /** Sets a time whose zone is missing; `micros` is its reading as if it were UTC. */
  setWithoutZone(event: LogEvent, micros: number): void {
    const shifted = micros - this.zoneShift();
    if (event.time === null || event.timeGuess > 0) this.anchor = shifted;
    if (offerTime(event, shifted, this.zoneGuess())) this.origins |= this.zoneOrigin();
  }

  /**
   * Sets a time without a year (syslog, klog). `month` is 1 to 12; `micros` is the time of day in microseconds; `zoned`
   * says that it is UTC already. A month and day that no calendar has leave the event untouched and answer false.
   */
  setWithoutYear(event: LogEvent, month: number, day: number, micros: number, zoned = false): boolean {
    // 2000 had every day that any year has.
    if (Number.isNaN(dayMicros(2000, month, day))) return false;
    // A full time from the envelope stands whatever this one says.
    if (event.time !== null && event.timeGuess === 0) return true;
    const origin = this.yearOrigin() | (zoned ? 0 : this.zoneOrigin());
    const time = this.chooseYear(month, day, zoned ? micros : micros - this.zoneShift());
    if (time === null) return false;
    const year = this.hints.year === null ? TIME_GUESS.year : 0;
    if (offerTime(event, time, year | (zoned ? 0 : this.zoneGuess()))) this.origins |= origin;
    return true;
  }

  private yearOrigin(): number {
    if (this.hints.year !== null) return TIME_ORIGIN.yearPerson;
    if (this.anchor !== null) return TIME_ORIGIN.yearNearby;
    return this.hints.modified === null ? TIME_ORIGIN.yearNow : TIME_ORIGIN.yearFile;
  }

  private zoneOrigin(): number {
    if (this.hints.zoneMinutes !== null) return TIME_ORIGIN.zonePerson;
    return this.learnedZone === null ? TIME_ORIGIN.zoneAssumed : TIME_ORIGIN.zoneBanner;
  }

  /**
   * Sets a time of day, in microseconds since midnight, on the day nearest to the last full time, or else to the file's own
   * date. Answers false, and does nothing, when there is neither.
   */
  setTimeOfDay(event: LogEvent, micros: number): boolean {
    if (event.time !== null && event.timeGuess === 0) return true;
    const near = event.time ?? this.anchor ?? this.hints.modified;
    if (near === null) return false;
    const shifted = micros - this.zoneShift();
    const days = Math.round((near - shifted) / DAY);
    const time = days * DAY + shifted;
    const origin = this.anchor === null && event.time === null ? TIME_ORIGIN.yearFile : TIME_ORIGIN.yearNearby;
    // What was read before is the yardstick of what follows, so that a file may run over midnight.
    if (this.anchor === null || time > this.anchor) this.anchor = time;
    if (offerTime(event, time, TIME_GUESS.year | this.zoneGuess())) this.origins |= origin | this.zoneOrigin();
    return true;
  }

  private zoneShift(): number {
    return (this.hints.zoneMinutes ?? this.learnedZone ?? 0) * MINUTE;
  }

  private zoneGuess(): number {
    return this.hints.zoneMinutes === null && this.learnedZone === null ? TIME_GUESS.zone : 0;
  }

  private chooseYear(month: number, day: number, micros: number): number | null {
    const inYear = (year: number) => dayMicros(year, month, day) + micros;
    if (this.hints.year !== null) return this.fromSaidYear(inYear, this.hints.year);
    if (this.anchor === null) return latestBefore(inYear, (this.hints.modified ?? this.hints.now) + DAY);
    const time = nearest(inYear, this.anchor);
    // A file may run on for years: each time is the yardstick of the next. Only forward, so that a stray does no harm.
    if (time !== null && time > this.anchor) this.anchor = time;
    return time;
  }

  /** In the year that a person said, and on from there: from December to January, and back for one that comes late. */
  private fromSaidYear(inYear: (year: number) => number, first: number): number | null {
    const { year, latest } = this.said ?? { year: first, latest: null };
    const here = inYear(year);
    const turned = latest !== null && here < latest - HALF_YEAR;
    const late = latest !== null && here > latest + HALF_YEAR && year > first;
    const chosen = turned ? year + 1 : late ? year - 1 : year;
    const time = inYear(chosen);
    if (Number.isNaN(time)) return null;
    if (latest === null || (!late && time > latest)) this.said = { year: chosen, latest: time };
    return time;
  }
}

const HALF_YEAR = 183 * DAY;

/** The calendar repeats 29 February within eight years (1896, 1904). */
const LEAP_GAP = 8;

function nearest(inYear: (year: number) => number, anchor: number): number | null {
  const year = yearOf(anchor);
  let best: number | null = null;
  for (let distance = 0; distance <= LEAP_GAP && (best === null || distance <= 1); distance++) {
    for (const candidate of [inYear(year - distance), inYear(year + distance)]) {
      if (Number.isNaN(candidate)) continue;
      if (best === null || Math.abs(candidate - anchor) < Math.abs(best - anchor)) best = candidate;
    }
  }
  return best;
}

function latestBefore(inYear: (year: number) => number, latest: number): number | null {
  const year = yearOf(latest);
  for (let distance = 0; distance <= LEAP_GAP + 1; distance++) {
    const candidate = inYear(year - distance);
    if (candidate <= latest) return candidate;
  }
  return null;
}

function yearOf(micros: number): number {
  return new Date(micros / 1000).getUTCFullYear();
}

/**
 * Gives an event a time unless it has a better one. An envelope's full time stays; an envelope's guess gives way to a full
 * time inside, and to a guess inside that is more exact within the same second. Answers whether it was taken.
 */
function offerTime(event: LogEvent, micros: number, guess: number): boolean {
  const had = event.time;
  if (had !== null && event.timeGuess <= guess) {
    const finer = event.timeGuess > 0 && had % 1_000_000 === 0 && Math.abs(micros - had) < 1_000_000;
    if (!finer) return false;
  }
  event.time = micros;
  event.timeGuess = guess;
  return true;
}
