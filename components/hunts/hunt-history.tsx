'use client';

import { X } from 'lucide-react';
import { visibleLine } from '@/components/text';
import { clockTime, dayOf, type Zone } from '@/components/time';
import { classNames, IconButton } from '@/components/ui';
import { useHuntVersions } from './use-hunt';

interface HuntHistoryProps {
  slug: string;
  /** The latest version that is known. */
  version: number;
  zone: Zone;
  /** The version that is looked at; null = the latest. */
  shown: number | null;
  onShow: (version: number | null) => void;
  onClose: () => void;
}

/** All versions of a hunt, with who made them and what they changed. */
export function HuntHistory({ slug, version, zone, shown, onShow, onClose }: HuntHistoryProps) {
  const history = useHuntVersions(slug, false);
  return (
    <aside
      aria-label="History"
      className="sticky top-0 flex h-[calc(100dvh-26px)] w-[300px] shrink-0 flex-col border-l bg-panel max-lg:fixed max-lg:right-0 max-lg:z-30 max-lg:shadow-float"
    >
      <header className="flex items-center gap-2 px-4 pt-3 pb-2">
        <h2 className="flex-1 font-semibold">History</h2>
        <IconButton label="Close" hotkey="Esc" size="small" onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      {history.isError ? <p className="px-4 text-error">{history.error.message}</p> : null}
      <ol className="min-h-0 flex-1 overflow-y-auto pb-4">
        {history.data?.versions.map((each) => {
          const latest = each.version === version;
          const current = shown === null ? latest : each.version === shown;
          return (
            <li key={each.version}>
              <button
                type="button"
                aria-current={current ? 'true' : undefined}
                onClick={() => onShow(latest ? null : each.version)}
                className={classNames(
                  'grid w-full gap-0.5 border-l-2 border-transparent px-4 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2',
                  current && 'border-accent bg-raise',
                )}
              >
                <span className="text-xs text-faint">
                  {dayOf(each.at, zone, true)} {clockTime(each.at, zone).slice(0, 8)}
                  {latest ? ' · now' : ''}
                </span>
                <span className="text-xs text-dim">{visibleLine(each.by)}</span>
                {each.changes.map((change) => (
                  <span key={change} className="line-clamp-3 [overflow-wrap:anywhere]">
                    {visibleLine(change)}
                  </span>
                ))}
              </button>
            </li>
          );
        })}
      </ol>
    </aside>
  );
}
