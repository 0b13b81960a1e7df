import { type Matrix, type MatrixTechnique, renamedTo, whyUnseen } from '@/lib/attack';
import {
  type CellState,
  FINDING_LEVELS,
  type FindingLevel,
  type MatrixAnswer,
  type MatrixCell,
  type Watcher,
} from '@/lib/interface';
import { LIBRARY } from '@/lib/library';
import { type About, isAbout } from './cell-findings';
import type { LookingRule } from './watchers';

/** Findings of one detector that are about the same and as grave. */
export interface FoundGroup extends About {
  readonly detector: string;
  readonly level: FindingLevel;
  readonly count: number;
}

type Filled = Pick<MatrixAnswer, 'tactics' | 'counts'>;

/** A matrix with what was found, what watches, and what neither can see. */
export function matrixOf(matrix: Matrix, watchers: readonly LookingRule[], found: readonly FoundGroup[]): Filled {
  const cells = new Map<string, MatrixCell>();
  const cellFor = (technique: MatrixTechnique) => {
    const cell = cells.get(technique.id) ?? cellOf(technique, watchers, found);
    cells.set(technique.id, cell);
    return cell;
  };
  const tactics = matrix.tactics.map((tactic) => ({ ...tactic, cells: tactic.cells.map(cellFor) }));
  const counts: Record<CellState, number> = { found: 0, watched: 0, blind: 0, off: 0, unwatched: 0 };
  for (const { state } of cells.values()) counts[state] += 1;
  return { tactics, counts };
}

function cellOf(
  technique: MatrixTechnique,
  watchers: readonly LookingRule[],
  found: readonly FoundGroup[],
): MatrixCell {
  const { id, name, parent, techniques } = technique;
  const here = found.filter((group) => isAbout(group, technique));
  const looking = watchers
    .filter((watcher) => isAbout(watcher, technique))
    .map(({ detector, says }) => ({ ...says, findings: total(here.filter((group) => group.detector === detector)) }));
  const findings = total(here);
  return {
    ...{ id, name, parent, techniques: [...techniques], renamed: techniques.includes(id) ? renamedTo(id) : [] },
    ...stateOf(findings, looking),
    findings,
    ofSubtechniques:
      parent === null ? total(here.filter((group) => !group.techniques.some((each) => techniques.includes(each)))) : 0,
    level: worst(here),
    watchers: looking,
    hunts: LIBRARY.filter((hunt) => isAbout({ techniques: hunt.techniques, matrix: [] }, technique)).map((hunt) => ({
      name: hunt.name,
      title: hunt.title,
    })),
    missing: [...new Set(looking.flatMap(({ missing }) => missing))],
    unseen: findings === 0 && looking.length === 0 ? whyUnseen(id) : null,
  };
}

function stateOf(findings: number, watchers: readonly Watcher[]): Pick<MatrixCell, 'state' | 'partly'> {
  const on = watchers.filter((watcher) => watcher.on);
  const able = on.filter(({ missing }) => missing.length === 0);
  const whole = able.filter(({ limits }) => limits.length === 0);
  const partly = whole.length < on.length && (able.length > 0 || findings > 0);
  if (findings > 0) return { state: 'found', partly };
  if (able.length > 0) return { state: 'watched', partly };
  if (on.length > 0) return { state: 'blind', partly };
  return { state: watchers.length > 0 ? 'off' : 'unwatched', partly };
}

function total(groups: readonly FoundGroup[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

function worst(groups: readonly FoundGroup[]): FindingLevel | null {
  return FINDING_LEVELS.findLast((level) => groups.some((group) => group.level === level)) ?? null;
}
