import Link from 'next/link';
import { formatCounted } from '@/components/text';
import type { Watcher } from '@/lib/interface';
import { StateGlyph } from './state-glyph';

/** A rule or a detector, whether it is on, and whether it can see. */
export function WatcherRow({ watcher }: { watcher: Watcher }) {
  const { kind, id, title, on, missing, limits, findings } = watcher;
  const blind = missing.length > 0;
  return (
    <li className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-1.5">
      <span className="pt-[3px]">
        <StateGlyph state={stateOf(watcher)} size={13} />
      </span>
      <div className="min-w-0">
        <Link href={pageOf(watcher)} className="[overflow-wrap:anywhere] text-accent hover:underline">
          {title}
        </Link>
        <p className="text-xs text-dim">
          {kind === 'rule' ? 'Rule' : 'Detector'}
          {kind === 'rule' && !on ? ', off' : null}
          {on && blind ? ', cannot see it' : null}
          {on && limits.length > 0 ? ', sees a part' : null}
          {findings > 0 ? `, ${formatCounted(findings, 'finding')}` : null}
          {kind === 'rule' ? null : <span className="sr-only"> {id}</span>}
        </p>
      </div>
    </li>
  );
}

function stateOf({ on, missing, findings }: Watcher) {
  if (findings > 0) return 'found';
  if (!on) return 'off';
  return missing.length > 0 ? 'blind' : 'watched';
}

function pageOf({ kind, id }: Watcher): string {
  return kind === 'rule'
    ? `/findings/rules/${encodeURIComponent(id)}`
    : `/findings?${new URLSearchParams({ detector: id })}`;
}
