import { z } from 'zod';
import { logTypeSchema } from './common';
import { levelSchema } from './findings';

export const MATRICES = ['attack', 'microsoft'] as const;
/**
 * found: there are findings. watched: something looked for it, could see it, and found nothing. blind: what looks for it lacks
 * data. off: all that looks for it is turned off. unwatched: nothing looks for it.
 */
export const CELL_STATES = ['found', 'watched', 'blind', 'off', 'unwatched'] as const;
export const cellState = z.enum(CELL_STATES);
export type CellState = z.infer<typeof cellState>;

/** Findings count where their time overlaps the range; benign ones do not. */
export const matrixParameters = z.object({
  matrix: z.enum(MATRICES).default('attack'),
  from: z.string().max(64).optional(),
  to: z.string().max(64).optional(),
});
export type MatrixParameters = z.infer<typeof matrixParameters>;

/** As of `matrixParameters`: a layer has techniques of ATT&CK only. */
export const layerParameters = matrixParameters.omit({ matrix: true });

/** A rule or a detector that looks for a technique. */
const watcher = z.object({
  kind: z.enum(['rule', 'detector']),
  /** Of a rule; the name of a detector. */
  id: z.string(),
  title: z.string(),
  types: z.array(logTypeSchema),
  on: z.boolean(),
  /** What the data lacks for it, a sentence each: with any it finds nothing, whatever happened. */
  missing: z.array(z.string()),
  /** What hides a part of what it looks for, a sentence each. */
  limits: z.array(z.string()),
  findings: z.number(),
});
export type Watcher = z.infer<typeof watcher>;

const matrixCell = z.object({
  /** T1609, T1552.007, MS-TA9006. */
  id: z.string(),
  name: z.string(),
  /** The technique that a sub-technique belongs to. */
  parent: z.string().nullable(),
  /** Of ATT&CK version 18; for its own matrix the id itself. */
  techniques: z.array(z.string()),
  /** What version 19 calls it; none where it kept its id. */
  renamed: z.array(z.string()),
  state: cellState,
  /** Some watchers lack data, or see a part only: a cell that is `found` or `watched` may still hide something. */
  partly: z.boolean(),
  /** All but those that were judged benign, as `/api/findings?technique=` counts them. */
  findings: z.number(),
  /** How many of these are of its sub-techniques alone. */
  ofSubtechniques: z.number(),
  /** The worst of its findings. */
  level: levelSchema.nullable(),
  watchers: z.array(watcher),
  /** Hunts of the library that ask for it. */
  hunts: z.array(z.object({ name: z.string(), title: z.string() })),
  /** What this data cannot show, in sentences: a missing type, an audit level, a stage. */
  missing: z.array(z.string()),
  /** Why no log could show it; null where one could, and where something looks for it all the same. */
  unseen: z.string().nullable(),
});
export type MatrixCell = z.infer<typeof matrixCell>;

export const matrixAnswer = z.object({
  matrix: z.enum(MATRICES),
  title: z.string(),
  version: z.string(),
  /** Whose it is, and under which licence. */
  attribution: z.string(),
  tactics: z.array(z.object({ id: z.string(), name: z.string(), cells: z.array(matrixCell) })),
  /** Distinct techniques in each state. */
  counts: z.record(cellState, z.number()),
  detectedAt: z.string().nullable(),
  behind: z.boolean(),
});
export type MatrixAnswer = z.infer<typeof matrixAnswer>;

/** A layer of the ATT&CK Navigator, version 4.5 of the format. */
export const navigatorLayerAnswer = z.object({
  name: z.string(),
  versions: z.object({ attack: z.string(), navigator: z.string(), layer: z.literal('4.5') }),
  domain: z.literal('enterprise-attack'),
  description: z.string(),
  filters: z.object({ platforms: z.array(z.string()) }),
  techniques: z.array(
    z.object({
      techniqueID: z.string(),
      /** Findings; left out where there are none. */
      score: z.number().optional(),
      color: z.string(),
      comment: z.string(),
      enabled: z.boolean(),
      showSubtechniques: z.boolean(),
    }),
  ),
  legendItems: z.array(z.object({ label: z.string(), color: z.string() })),
});
export type NavigatorLayer = z.infer<typeof navigatorLayerAnswer>;
