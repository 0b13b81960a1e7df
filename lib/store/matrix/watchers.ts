import { DETECTORS } from '@/lib/detections';
import type { Watcher } from '@/lib/interface';
import { type Ground, gapsOf } from '@/lib/library';
import { blindSpots, detectorOfRule, type KnownRule } from '@/lib/rules';
import { gapsAnswer } from '../rules/rule-answers';
import { type StoredRules, storedRules } from '../rules/stored-rules';
import type { About } from './cell-findings';

/** Whatever looks for techniques, and whether it can. */
export interface LookingRule extends About {
  /** The name of the detector in its findings. */
  readonly detector: string;
  readonly says: Omit<Watcher, 'findings'>;
}

/** All rules and detectors that name techniques and raise findings. */
export async function readWatchers(ground: Ground, signal?: AbortSignal): Promise<LookingRule[]> {
  const all = [...rules(await storedRules(signal), ground), ...detectors(ground)];
  return all.filter(({ techniques, matrix }) => techniques.length > 0 || matrix.length > 0);
}

function rules({ rows, book }: StoredRules, ground: Ground): LookingRule[] {
  return [...rows.values()].flatMap(({ id, on }): LookingRule[] => {
    const rule = book.rule(id);
    if (rule === null || rule.kind === 'filter' || isSilent(rule)) return [];
    const { title, techniques, matrix } = rule.facts;
    // One that cannot be run sees nothing, and says why.
    const refused = rule.refusals.map(({ message }) => `The rule cannot be run: ${message}.`);
    const { missing, limits } = gapsAnswer(blindSpots(rule, book.partsOf(rule), ground));
    const gaps = { missing: [...refused, ...missing], limits };
    const says = { kind: 'rule' as const, id, title, types: [...rule.types], on, ...gaps };
    return [{ detector: detectorOfRule(id), techniques, matrix, says }];
  });
}

/** A part of correlations shows what it found through these. */
function isSilent({ raises, refusals }: KnownRule): boolean {
  return !raises && refusals.length === 0;
}

function detectors(ground: Ground): LookingRule[] {
  return DETECTORS.map((detector) => {
    const { name, title, types, techniques } = detector;
    const gaps = gapsAnswer(gapsOf(detector, ground));
    const says = { kind: 'detector' as const, id: name, title, types: [...types], on: true, ...gaps };
    return { detector: name, techniques, matrix: [], says };
  });
}
