import { type LogEvent, TIME_GUESS } from '@/lib/events';

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

/**
 * Resolves times that say less than they should. A year comes, in this order, from a person's word, from the nearest full
 * time seen in the same file or its surroundings, from the file's own date (the latest year that is not after it), or from now.
 */
export class Clock {
  private anchor: number | null = null;

  constructor(private readonly hints: ClockHints) {}

  /** Learns from a full time seen nearby: an envelope's, a banner's, another record's. */
  observe(micros: number): void {
    this.anchor = micros;
  }

  /** Sets a full, unambiguous time: year and zone are in the record. */
  setFull(event: LogEvent, micros: number): void {
    this.anchor = micros;
    offerTime(event, micros, 0);
  }

  /** Sets a time whose zone is missing; `micros` is its reading as if it were UTC. */
  setWithoutZone(event: LogEvent, micros: number): void {
    const shifted = micros - (this.hints.zoneMinutes ?? 0) * 60_000_000;
    this.anchor = shifted;
    offerTime(event, shifted, this.zoneGuess());
  }

  /**
   * Sets a time without a year (syslog, klog). `month` is 1 to 12; `micros` is the time of day in microseconds.
   * A month and day that no calendar has leave the event untouched and answer false.
   */
  setWithoutYear(event: LogEvent, month: number, day: number, micros: number, zoned = false): boolean {
    if (month < 1 || month > 12 || day < 1 || day > 31) return false;
    const shift = zoned ? 0 : (this.hints.zoneMinutes ?? 0) * 60_000_000;
    const time = this.chooseYear(month, day, micros - shift);
    const guess = TIME_GUESS.year | (zoned ? 0 : this.zoneGuess());
    offerTime(event, time, this.hints.year === null ? guess : guess & ~TIME_GUESS.year);
    return true;
  }

  private zoneGuess(): number {
    return this.hints.zoneMinutes === null ? TIME_GUESS.zone : 0;
  }

  private chooseYear(month: number, day: number, micros: number): number {
    const inYear = (year: number) => Date.UTC(year, month - 1, day) * 1000 + micros;
    if (this.hints.year !== null) return inYear(this.hints.year);
    if (this.anchor !== null) return nearest(inYear, this.anchor);
    const latest = (this.hints.modified ?? this.hints.now) + DAY;
    const year = new Date(latest / 1000).getUTCFullYear();
    return inYear(year) <= latest ? inYear(year) : inYear(year - 1);
  }
}

function nearest(inYear: (year: number) => number, anchor: number): number {
  const year = new Date(anchor / 1000).getUTCFullYear();
  let best = inYear(year);
  for (const candidate of [inYear(year - 1), inYear(year + 1)]) {
    if (Math.abs(candidate - anchor) < Math.abs(best - anchor)) best = candidate;
  }
  return best;
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
