import { z } from 'zod';
import { logTypeSchema, logTypesParameter } from './common';
import { levelSchema } from './findings';

/** How far a hunt is: an idea, being looked into, the cause is known, done. */
export const HUNT_STATUSES = ['hypothesis', 'investigating', 'identified', 'resolved'] as const;
export const huntStatus = z.enum(HUNT_STATUSES);
export type HuntStatus = z.infer<typeof huntStatus>;

/** The version of the shapes in this file; it is written into every exported hunt. */
export const HUNT_SCHEMA = 1;
/** The largest hunt that is kept, in characters of its JSON without copies of evidence. */
export const HUNT_CHARACTERS = 2_000_000;
/** How many steps a hunt has at most, and how many pins one step. */
export const HUNT_STEPS = 500;
export const STEP_PINS = 500;
/** How many different events can be pinned in one hunt, and how many bytes the JSON of their copies may have. */
export const HUNT_PINS = 5_000;
export const HUNT_EVIDENCE_BYTES = 32 * 1024 * 1024;
/** How much of an event's original text a copy holds, in bytes of UTF-8. */
export const EVIDENCE_ORIGINAL_BYTES = 64 * 1024;

const name = z.string().max(200);
const moment = z.string().max(64);
const stepId = z.string().regex(/^[\w-]{1,40}$/, 'use 1 to 40 letters, digits, - and _');
const cell = z.union([z.string().max(2_000), z.number(), z.null()]);

/** An ATT&CK technique or sub-technique: `T1611`, `T1098.006`. */
export const techniqueId = z.string().regex(/^T\d{4}(\.\d{3})?$/, 'use the id of an ATT&CK technique, such as T1611');

/** Which events a step is about; times are ISO 8601 or relative, null = open, `types` empty = all five. */
export const huntSelection = z.object({
  types: z.array(logTypeSchema).max(5),
  q: z.string().max(20_000),
  from: moment.nullable(),
  to: moment.nullable(),
  source: z.string().max(2_000).nullable(),
});
export type HuntSelection = z.infer<typeof huntSelection>;

/** What a query showed when it was frozen: its exact count, and the rows of its table or chart. */
export const huntSnapshot = z.object({
  at: moment,
  by: name,
  count: z.number().int().min(0),
  columns: z.array(name).max(50),
  rows: z.array(z.array(cell).max(50)).max(100),
});
export type HuntSnapshot = z.infer<typeof huntSnapshot>;

/** A query and how its result is shown; `proof` is what it returned when it was saved (`/api/proofs/:id`). */
export const queryStep = z.object({
  id: stepId,
  kind: z.literal('query'),
  title: name,
  selection: huntSelection,
  view: z.enum(['table', 'chart']),
  chart: z.string().max(40).nullable(),
  columns: z.array(name).max(50).nullable(),
  proof: z.string().max(64).nullable(),
  frozen: huntSnapshot.nullable(),
});
export type QueryStep = z.infer<typeof queryStep>;

/** `text` is Markdown; markup of other kinds in it is text. */
export const noteStep = z.object({ id: stepId, kind: z.literal('note'), text: z.string().max(50_000) });
export type NoteStep = z.infer<typeof noteStep>;

/**
 * `event` is the id of an event; its copy is in the hunt's `evidence`. `by` and `at` say who pinned it first in this hunt, and
 * when: the server sets them, whatever is sent.
 */
export const pin = z.object({ event: z.string().max(64), reason: z.string().max(4_000), by: name, at: moment });
export type Pin = z.infer<typeof pin>;

export const evidenceStep = z.object({
  id: stepId,
  kind: z.literal('evidence'),
  title: name,
  pins: z.array(pin).max(STEP_PINS),
});
export type EvidenceStep = z.infer<typeof evidenceStep>;

/** A finding as it was when it was put here: it stays readable when the data no longer has it. */
export const huntFinding = z.object({
  id: z.string().max(64),
  note: z.string().max(4_000),
  detector: name,
  title: z.string().max(1_000),
  reason: z.string().max(4_000),
  level: levelSchema,
  type: logTypeSchema,
  from: moment,
  to: moment,
  query: z.string().max(20_000),
  events: z.number(),
  techniques: z.array(z.string().max(20)).max(20),
});
export type HuntFinding = z.infer<typeof huntFinding>;

export const findingsStep = z.object({
  id: stepId,
  kind: z.literal('findings'),
  title: name,
  findings: z.array(huntFinding).max(200),
});
export type FindingsStep = z.infer<typeof findingsStep>;

export const huntStep = z.discriminatedUnion('kind', [queryStep, noteStep, evidenceStep, findingsStep]);
export type HuntStep = z.infer<typeof huntStep>;
export type HuntStepKind = HuntStep['kind'];

const unlikeIds = (steps: readonly { id: string }[]) => new Set(steps.map(({ id }) => id)).size === steps.length;

/** What people write of a hunt. `conclusion` is Markdown: what came of it, the summary of the report. */
export const huntContent = z.object({
  title: name.trim().min(1, 'a hunt needs a title'),
  hypothesis: z.string().max(4_000),
  conclusion: z.string().max(50_000),
  status: huntStatus,
  techniques: z.array(techniqueId).max(50),
  owner: name,
  tags: z.array(z.string().trim().min(1).max(40)).max(30),
  archived: z.boolean(),
  steps: z.array(huntStep).max(HUNT_STEPS).refine(unlikeIds, 'two steps have the same id'),
});
export type HuntContent = z.infer<typeof huntContent>;

/** An event as it was when it was pinned: readable after its source is deleted. Only the server makes these. */
export const evidenceCopy = z.object({
  event: z.string().max(64),
  type: logTypeSchema,
  /** ISO 8601 with microseconds where the event has them; null for an event without a time. */
  time: moment.nullable(),
  message: z.string(),
  source: z.object({ id: z.string().max(64), name: z.string(), file: z.string(), line: z.number() }),
  /** Of the original bytes of the file that the event was read from, in hex; null while they are not known. */
  fileSha256: z.string().nullable(),
  /** At most 64 KiB of the event's original text; `cut` says whether there was more. */
  original: z.string().max(EVIDENCE_ORIGINAL_BYTES),
  cut: z.boolean(),
  /** Of the event's whole original text in UTF-8, without the end of its last line, in hex. */
  originalSha256: z.string(),
  copiedAt: moment,
});
export type EvidenceCopy = z.infer<typeof evidenceCopy>;

export const huntAnswer = huntContent.extend({
  slug: z.string(),
  version: z.number().int(),
  createdAt: moment,
  createdBy: name,
  updatedAt: moment,
  updatedBy: name,
  /** The copies of all pinned events, in the order in which they are pinned. */
  evidence: z.array(evidenceCopy),
  /**
   * Of these, the events whose copies came with an imported file and are not known to be events of this Trackway: their text
   * fits its hash, but where it is from only the file says. Their ids mean nothing here.
   */
  importedEvidence: z.array(z.string()),
});
export type HuntAnswer = z.infer<typeof huntAnswer>;

/** A new hunt: everything but its title may be left out. */
export const newHunt = huntContent.partial().required({ title: true });
export type NewHunt = z.infer<typeof newHunt>;

/** A change of the version that was read; what is left out stays. */
export const huntPatch = huntContent.partial().extend({ version: z.number().int().min(1) });
export type HuntPatch = z.infer<typeof huntPatch>;

/** The answer 409: the hunt was changed by somebody else since the version that was sent. Nothing was stored. */
export const huntConflict = z.object({
  error: z.object({ code: z.literal('conflict'), message: z.string() }),
  theirs: huntAnswer,
  yours: huntPatch,
});
export type HuntConflict = z.infer<typeof huntConflict>;

export const huntsParameters = z.object({
  status: huntStatus.optional(),
  tag: z.string().max(40).optional(),
  owner: z.string().max(200).optional(),
  technique: z.string().max(20).optional(),
  /** Part of title, hypothesis, conclusion, a note or a tag, in any case. */
  contains: z.string().max(200).optional(),
  /** Left out = those that are not archived. */
  archived: z.enum(['no', 'only', 'all']).default('no'),
});
export type HuntsParameters = z.infer<typeof huntsParameters>;

export const huntSummary = huntContent.omit({ steps: true, conclusion: true }).extend({
  slug: z.string(),
  version: z.number().int(),
  steps: z.number().int(),
  pins: z.number().int(),
  createdAt: moment,
  createdBy: name,
  updatedAt: moment,
  updatedBy: name,
});
export type HuntSummary = z.infer<typeof huntSummary>;

/** The latest changed first. `hidden`: how many more there are that are archived. */
export const huntsAnswer = z.object({ hunts: z.array(huntSummary), hidden: z.number() });
export type HuntsAnswer = z.infer<typeof huntsAnswer>;

/** The versions of a hunt, the latest first; `changes` says in words what each changed. */
export const huntHistoryAnswer = z.object({
  versions: z.array(z.object({ version: z.number(), by: z.string(), at: z.string(), changes: z.array(z.string()) })),
});
export type HuntHistoryAnswer = z.infer<typeof huntHistoryAnswer>;

/** Pins one event: into the given evidence step, or the hunt's last one; a hunt without any gets one. */
export const newPin = z.object({
  event: z.string().max(64),
  reason: z.string().max(4_000).default(''),
  step: stepId.optional(),
});
export type NewPin = z.infer<typeof newPin>;

/** Which pins are asked for; with `from` or `to`, none of events without a time. */
export const pinsParameters = z.object({
  type: logTypesParameter,
  from: moment.optional(),
  to: moment.optional(),
});
export type PinsParameters = z.infer<typeof pinsParameters>;

/** Pinned events of all hunts that are not archived, the latest first, for the lanes and rows; `total` is how many there are. */
export const pinsAnswer = z.object({
  total: z.number(),
  pins: z.array(
    z.object({
      event: z.string(),
      type: logTypeSchema,
      time: z.string().nullable(),
      reason: z.string(),
      by: z.string(),
      hunt: z.object({ slug: z.string(), title: z.string() }),
    }),
  ),
});
export type PinsAnswer = z.infer<typeof pinsAnswer>;

/** A hunt as a file, for another Trackway: its content and the copies of its evidence. */
export const exportedHunt = z.object({
  trackway: z.literal('hunt', 'this is not an exported hunt'),
  schema: z.literal(HUNT_SCHEMA, {
    error: ({ input }) =>
      typeof input === 'number' && input > HUNT_SCHEMA
        ? `this hunt was exported by a newer Trackway (schema ${input}; this one reads ${HUNT_SCHEMA}): update this one first`
        : 'this is not an exported hunt',
  }),
  exportedAt: moment,
  hunt: huntContent,
  evidence: z.array(evidenceCopy).max(HUNT_PINS),
});
export type ExportedHunt = z.infer<typeof exportedHunt>;
