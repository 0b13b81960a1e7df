import type { FieldName, LogType, Severity } from '@/lib/events';

/**
 * A hunt that is ready to be run: what may have happened, how one would see it, and the questions that show it. It knows no
 * names of any cluster; people adapt a copy of it.
 */
export interface ReadyHunt {
  /** Of its address: small letters and hyphens. */
  readonly name: string;
  readonly title: string;
  /** What may have happened, as a statement that the steps confirm or not. */
  readonly hypothesis: string;
  /** The type that it is mainly about; steps may ask others. */
  readonly type: LogType;
  readonly tactics: readonly Tactic[];
  /** Ids of ATT&CK for Containers and Linux, version 18; none for a fault. */
  readonly techniques: readonly string[];
  readonly lookFor: string;
  readonly falsePositives: string;
  /** Where to go on from what was found. Each is a query to be completed by the name that was found, or runs as it is. */
  readonly next: readonly NextQuestion[];
  /** At least one. */
  readonly steps: readonly ReadyStep[];
}

export interface NextQuestion {
  readonly title: string;
  readonly q: string;
}

/** Tactics of ATT&CK that hunts are about, in the order of an attack. */
export const TACTICS = [
  'Reconnaissance',
  'Initial Access',
  'Execution',
  'Persistence',
  'Privilege Escalation',
  'Defense Evasion',
  'Credential Access',
  'Discovery',
  'Lateral Movement',
  'Command and Control',
  'Exfiltration',
  'Impact',
] as const;
export type Tactic = (typeof TACTICS)[number];

/** A question of a hunt, in the query language. */
export interface ReadyStep {
  readonly title: string;
  /** Which types it asks; `q` names them too, so that it means the same wherever it is pasted. */
  readonly types: readonly LogType[];
  readonly q: string;
  /** What it needs beside events of one of its types. */
  readonly needs?: StepNeeds;
  /** How its answer is drawn, where that says more than the table: a kind of chart of the explorer. */
  readonly chart?: 'lines' | 'bars' | 'top';
  /** What it returns on the sample incident: rows of its table, or events where it has no steps behind a `|`. */
  readonly onSample: SampleClaim;
  /** Events that it must find, and events that look like them. */
  readonly hits: readonly ExampleEvent[];
  readonly misses: readonly ExampleEvent[];
}

export interface StepNeeds {
  /** Fields of the catalogue of which events of its types must have at least one. */
  readonly fields?: readonly FieldName[];
  /**
   * Resources whose requests it reads the bodies of: only the audit levels Request and RequestResponse have these
   * (https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#audit-policy).
   */
  readonly bodiesOf?: readonly string[];
  /** Events that it is about, as a query, where no query of its own says so: what the audit log keeps of them is judged. */
  readonly events?: string;
}

export interface SampleClaim {
  /** On the day of the attack. */
  readonly lastDay: number;
  /** On the six days before. */
  readonly quietDays: number;
  /** What it is that the quiet days have; left out where they have nothing. */
  readonly because?: string;
}

/** An event of an example: what a format would have made of it. */
export interface ExampleEvent {
  readonly type: LogType;
  readonly severity?: Severity;
  readonly message?: string;
  /** The original, for words that are sought anywhere; left out, the message. */
  readonly text?: string;
  readonly fields?: Readonly<Partial<Record<FieldName, string | number>>>;
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}
