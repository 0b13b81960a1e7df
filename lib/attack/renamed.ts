/**
 * What version 19 of ATT&CK calls techniques of version 18 that it moved. It also split the tactic Defense Evasion in two:
 * Stealth and Defense Impairment.
 */
const RENAMED: readonly (readonly [before: string, after: string])[] = [
  ['T1562', 'T1685'],
  ['T1562.001', 'T1685'],
  ['T1562.006', 'T1685'],
  ['T1562.002', 'T1685.001'],
  ['T1562.008', 'T1685.002'],
  ['T1562.004', 'T1686'],
  ['T1562.007', 'T1686.001'],
  ['T1562.010', 'T1689'],
  ['T1070.001', 'T1685.005'],
  ['T1070.002', 'T1685.006'],
];

/** Tactics of version 19 by the names that tags have, and what they are in version 18. */
const RENAMED_TACTICS: ReadonlyMap<string, string> = new Map([
  ['stealth', 'TA0005'],
  ['defense-impairment', 'TA0005'],
]);

// The first of several is the one that the others were part of.
const OLD_IDS: ReadonlyMap<string, string> = new Map([...RENAMED].reverse().map(([before, after]) => [after, before]));

/** The id in version 18 of a technique of any version, as `T1562` for `t1685`; ids that never moved stay as they are. */
export function idInVersion18(id: string): string {
  const upper = id.toUpperCase();
  return OLD_IDS.get(upper) ?? upper;
}

/** What version 19 calls a technique of version 18; none where it kept its id. */
export function renamedTo(id: string): string[] {
  return RENAMED.flatMap(([before, after]) => (before === id ? [after] : []));
}

/** The id of the tactic that version 18 has for one of version 19, by the name in a tag; null for a name that is not new. */
export function tacticInVersion18(name: string): string | null {
  return RENAMED_TACTICS.get(name) ?? null;
}

/** Whether something is of a technique of version 18: it bears its id, of any version, or that of a sub-technique of it. */
export function isWithin(id: string, technique: string): boolean {
  const held = idInVersion18(id);
  return held === technique || held.startsWith(`${technique}.`);
}

/** The id of a technique of version 18, and those of version 19 that are it or a sub-technique of it. */
export function idsWithin(technique: string): string[] {
  return [technique, ...[...OLD_IDS.keys()].filter((moved) => isWithin(moved, technique))];
}
