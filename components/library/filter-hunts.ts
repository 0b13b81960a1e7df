import type { LogType } from '@/lib/events';
import type { ReadyHuntAnswer } from '@/lib/interface';

export interface LibraryFilter {
  /** None = all. */
  readonly types: readonly LogType[];
  readonly tactic: string | null;
  /** Words that all must occur, in any case. */
  readonly contains: string;
  /** Only what the data can answer. */
  readonly runs: boolean;
}

/** The hunts that pass a filter, in their order. */
export function filterHunts(hunts: readonly ReadyHuntAnswer[], filter: LibraryFilter): ReadyHuntAnswer[] {
  const words = filter.contains.toLowerCase().split(/\s+/).filter(Boolean);
  return hunts.filter(
    (hunt) =>
      (filter.types.length === 0 || hunt.types.some((type) => filter.types.includes(type))) &&
      (filter.tactic === null || hunt.tactics.includes(filter.tactic)) &&
      (!filter.runs || hunt.canRun) &&
      words.every((word) => textOf(hunt).includes(word)),
  );
}

function textOf(hunt: ReadyHuntAnswer): string {
  const steps = hunt.steps.flatMap(({ title, q }) => [title, q]);
  return [hunt.title, hunt.hypothesis, hunt.lookFor, ...hunt.tactics, ...hunt.techniques, ...steps]
    .join('\n')
    .toLowerCase();
}
