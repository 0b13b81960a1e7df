import type { LogType } from '@/lib/events';
import type { StepNeeds } from '@/lib/library';
import type { ExampleEvent } from './example-events';
import type { Finding } from './finding';
import type { History } from './history';
import type { Tally } from './tally';

/** Events, and what a detector says of them. Its tests, and what the help page shows. */
export interface DetectorExample {
  /** What the events are, in a sentence: "a user is refused 200 times in five minutes after a quiet day". */
  readonly says: string;
  readonly events: () => Iterable<ExampleEvent>;
  /** What it finds, in order of time; none for an example of what must not be found. */
  readonly finds: readonly Partial<Finding>[];
}

/** Finds what is not normal, from what was counted. One file, one line in `detectors.ts`. */
export interface Detector {
  /** Unique, kebab-case; never changed, as stored findings bear it. */
  readonly name: string;
  readonly title: string;
  /** What it looks for and how it decides, with its thresholds and their source: for the help page. */
  readonly about: string;
  /** What a false positive looks like, and what to look at next. */
  readonly falsePositives: string;
  readonly types: readonly LogType[];
  readonly techniques: readonly string[];
  /** What it needs beside events of one of its types. */
  readonly needs?: StepNeeds;
  /** All that it asks `history` for. */
  readonly tallies: readonly Tally[];
  /** Pure: the same history gives the same findings. Its time grows with what was counted, not with the events. */
  detect(history: History): Iterable<Finding>;
  readonly examples: readonly DetectorExample[];
}
