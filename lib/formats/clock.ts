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
  /** The year of times that name none, when a person set it. */
  readonly year: number | null;
  /** When the file is being read; the last resort for the year. */
  readonly now: number;
}

/** What a clock learned from a file so far, for a checkpoint. */
export interface ClockMemory {
  readonly anchor: number | null;
  readonly zone: number | null;
}

/**
 * Resolves times that say less than they should. A year comes, in this order, from a person's word, from the nearest full
 * time seen in the same file or its surroundings, from the file's own date (the latest year that is not after it), or from now.
 */
export class Clock {
  private anchor: number | null = null;
  private learnedZone: number | null = null;

  constructor(private readonly hints: ClockHints) {}

  get memory(): ClockMemory {
    return { anchor: this.anchor, zone: this.learnedZone };
  }

  /** Goes on where a checkpoint left off. */
  recall(memory: ClockMemory): void {
    this.anchor = memory.anchor;
    this.learnedZone = memory.zone;
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
    offerTime(event, shifted, this.zoneGuess());
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
    const time = this.chooseYear(month, day, zoned ? micros : micros - this.zoneShift());
    if (time === null) return false;
    const year = this.hints.year === null ? TIME_GUESS.year : 0;
    offerTime(event, time, year | (zoned ? 0 : this.zoneGuess()));
    return true;
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
    // What was read before is the yardstick of what follows, so that a file may run over midnight.
    if (this.anchor === null || time > this.anchor) this.anchor = time;
    offerTime(event, time, TIME_GUESS.year | this.zoneGuess());
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
    if (this.hints.year !== null) {
      const time = inYear(this.hints.year);
      return Number.isNaN(time) ? null : time;
    }
    if (this.anchor === null) return latestBefore(inYear, (this.hints.modified ?? this.hints.now) + DAY);
    const time = nearest(inYear, this.anchor);
    // A file may run on for years: each time is the yardstick of the next. Only forward, so that a stray does no harm.
    if (time !== null && time > this.anchor) this.anchor = time;
    return time;
  }
}

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
 * time inside, and to a guess inside that is more exact within the same second.
 */
function offerTime(event: LogEvent, micros: number, guess: number): void {
  const had = event.time;
  if (had !== null && event.timeGuess <= guess) {
    const finer = event.timeGuess > 0 && had % 1_000_000 === 0 && Math.abs(micros - had) < 1_000_000;
    if (!finer) return;
  }
  event.time = micros;
  event.timeGuess = guess;
}
