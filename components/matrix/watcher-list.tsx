import type { Watcher } from '@/lib/interface';
import { watcherGroups } from './watcher-groups';
import { WatcherRow } from './watcher-row';

/** Rules and detectors; what the data hides from several of them is said once, above these. */
export function WatcherList({ watchers }: { watchers: readonly Watcher[] }) {
  return watcherGroups(watchers).map(({ gaps, watchers: own }) => (
    <div key={own[0]?.id} className="mt-1.5 grid gap-2.5 [&+&]:mt-4">
      {gaps.map((sentence) => (
        <p key={sentence} className="border-l-2 border-warn/60 pl-2.5 text-xs text-warn">
          {sentence}
        </p>
      ))}
      <ul className="grid gap-2.5">
        {own.map((watcher) => (
          <WatcherRow key={`${watcher.kind} ${watcher.id}`} watcher={watcher} />
        ))}
      </ul>
    </div>
  ));
}
