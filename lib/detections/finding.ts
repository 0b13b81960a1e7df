import type { LogType } from '@/lib/events';
import type { Confidence, FindingLevel, FindingUnit } from '@/lib/interface';

/** What a detector claims about the events, and how anybody can check it. */
export interface Finding {
  /**
   * What it is about, the same whenever it is found again: a new finding of the same detector about the same whose time
   * overlaps replaces the older one.
   */
  readonly key: readonly string[];
  /** The lane that it is marked on. */
  readonly type: LogType;
  /** Microseconds since 1970; the end is exclusive. */
  readonly from: number;
  readonly to: number;
  /** How bad it would be if it is what it looks like. */
  readonly level: FindingLevel;
  /** How sure it is that it is not chance. */
  readonly confidence: Confidence;
  /** One line that names who and what: "ci-bot was refused 142 times". */
  readonly title: string;
  /** Why it is unusual, with numbers, in one or two sentences: observed, expected, and how much history says so. */
  readonly reason: string;
  /** The figures behind the reason; texts where it is no number. `history`: seconds of data that it was held against. */
  readonly observed: number;
  readonly expected: number | null;
  /** Of these two; left out = how many of something. */
  readonly unit?: FindingUnit;
  readonly history: number;
  /** Shows exactly its events, of `type`, between `from` and `to`. */
  readonly query: string;
  /** How many these are. */
  readonly events: number;
  /** Fields and values to pivot by. */
  readonly subject: Readonly<Record<string, string>>;
  /** ATT&CK technique ids. */
  readonly techniques: readonly string[];
}
