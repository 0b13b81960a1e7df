import type { ToldFinding } from './told-finding';

const DAY = 86_400_000;
/** What the same rule or detector finds of the same actors on so many days is what they do, and no intrusion by itself. */
const HABIT_DAYS = 3;

/**
 * Findings that are a habit: they would tie a day of work to the next, and that to the intrusion in the night after it. What
 * somebody judged suspicious or evidence is none.
 */
export function habitsOf(all: readonly ToldFinding[]): ReadonlySet<ToldFinding> {
  const byHabit = new Map<string, ToldFinding[]>();
  for (const told of all) {
    const key = keyOfHabit(told);
    const same = byHabit.get(key);
    if (same === undefined) byHabit.set(key, [told]);
    else same.push(told);
  }
  const habits = [...byHabit.values()].filter((same) => daysOf(same) >= HABIT_DAYS).flat();
  return new Set(habits.filter(({ finding: { verdict } }) => verdict !== 'suspicious' && verdict !== 'evidence'));
}

function daysOf(findings: readonly ToldFinding[]): number {
  return new Set(findings.map(({ from }) => Math.floor(from / DAY))).size;
}

/** Where they are may differ from day to day; who they are does not. */
function keyOfHabit({ finding, actors }: ToldFinding): string {
  const acting = actors.filter(({ isPlace }) => !isPlace);
  const keys = (acting.length > 0 ? acting : actors).map(({ key }) => key).toSorted();
  return JSON.stringify([finding.detector, ...keys]);
}
