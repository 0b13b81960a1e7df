import { DETECTORS } from '@/lib/detections';
import type { Watcher } from '@/lib/interface';
import { type Ground, missingOf } from '@/lib/library';
import { sql } from '@/lib/query';
import { BUILT_IN_RULES } from '@/lib/rules';
import type { Reader } from '../read-only';
import type { About } from './cell-findings';
import { ownRules } from './own-rules';

/** Whatever looks for techniques, and whether it can. */
export interface LookingRule extends About {
  /** The name of the detector in its findings. */
  readonly detector: string;
  readonly says: Omit<Watcher, 'findings'>;
}

interface Row {
  readonly id: string;
  readonly origin: 'built-in' | 'own';
  readonly kind: string;
  readonly title: string;
  readonly on: boolean;
}

/** All rules and detectors that name techniques. */
export async function readWatchers(reader: Reader, ground: Ground): Promise<LookingRule[]> {
  const rows = await reader.rows<Row>(
    sql`SELECT rule.id, rule.origin, rule.kind, rule.title, rule."on" FROM rule ORDER BY rule.created_at, rule.id`,
  );
  const all = [...builtIn(rows, ground), ...(await own(reader, rows, ground)), ...detectors(ground)];
  return all.filter(({ techniques, matrix }) => techniques.length > 0 || matrix.length > 0);
}

/** Those that raise findings; what people have not decided on is as it comes. */
function builtIn(rows: readonly Row[], ground: Ground): LookingRule[] {
  const set = new Map(rows.map(({ id, on }) => [id, on]));
  const raising = BUILT_IN_RULES.filter((rule) => rule.kind === 'correlation' || rule.silent !== true);
  return raising.map((rule) => {
    const { name, title, types, techniques, matrix, off } = rule;
    const says = { kind: 'rule' as const, id: name, title, types: [...types], on: set.get(name) ?? off !== true };
    return { detector: `rule:${name}`, techniques, matrix, says: { ...says, missing: missingOf(rule, ground) } };
  });
}

async function own(reader: Reader, rows: readonly Row[], ground: Ground): Promise<LookingRule[]> {
  const known = await ownRules(reader);
  return rows.flatMap(({ id, title, on }): LookingRule[] => {
    const rule = known.get(id);
    if (rule === undefined) return [];
    const { types, techniques, matrix } = rule;
    const missing = types.length === 0 ? ['No log of Trackway stands for its log source.'] : missingOf(rule, ground);
    const says = { kind: 'rule' as const, id, title, types: [...types], on, missing };
    return [{ detector: `rule:${id}`, techniques, matrix, says }];
  });
}

function detectors(ground: Ground): LookingRule[] {
  return DETECTORS.map((detector) => {
    const { name, title, types, techniques } = detector;
    const missing = missingOf(detector, ground);
    const says = { kind: 'detector' as const, id: name, title, types: [...types], on: true, missing };
    return { detector: name, techniques, matrix: [], says };
  });
}
