import type { Watcher } from '@/lib/interface';

/** Rules and detectors from which the same is hidden. */
export interface WatcherGroup {
  /** What hides it, a sentence each; none for those that see all. */
  readonly gaps: readonly string[];
  readonly watchers: readonly Watcher[];
}

/** Those that lack something by what they lack, so that it is said once; then those that see all. */
export function watcherGroups(watchers: readonly Watcher[]): WatcherGroup[] {
  const groups = new Map<string, { gaps: readonly string[]; watchers: Watcher[] }>();
  for (const watcher of watchers) {
    const gaps = [...watcher.missing, ...watcher.limits];
    const key = JSON.stringify([watcher.missing.length > 0, ...gaps]);
    const group = groups.get(key) ?? { gaps, watchers: [] };
    group.watchers.push(watcher);
    groups.set(key, group);
  }
  return [...groups.values()].sort((one, other) => Number(other.gaps.length > 0) - Number(one.gaps.length > 0));
}
