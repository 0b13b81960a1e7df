'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatCount, formatCounted } from '@/components/text';
import { LevelMark } from '@/components/triage';
import { IconButton, linkButton } from '@/components/ui';
import type { MatrixCell } from '@/lib/interface';
import { STATE_WORDS, shownState } from './shown-state';
import { StateGlyph } from './state-glyph';
import { WatcherList } from './watcher-list';

const IN_PART = 'Rules or detectors looked for it and found nothing in what they could see.';

interface CellPanelProps {
  cell: MatrixCell;
  from: string | null;
  to: string | null;
  className: string;
  onClose: () => void;
}

/** All that is known of a technique here: what was found, what looks for it, and why something may stay hidden. */
export function CellPanel({ cell, from, to, className, onClose }: CellPanelProps) {
  const { id, name, watchers, hunts, unseen, partly } = cell;
  const state = shownState(cell);
  return (
    <aside aria-label={`${id} ${name}`} className={`flex min-h-0 flex-col border-l border-line bg-panel ${className}`}>
      <header className="flex items-start gap-2 border-b border-line px-4 py-3">
        <div className="min-w-0 flex-1">
          <h2 className="text-base font-semibold">{name}</h2>
          <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-xs text-dim">
            <span className="inline-flex items-center gap-1.5 text-text">
              <StateGlyph state={state} size={13} />
              {STATE_WORDS[state].short}
            </span>
            <span className="font-mono">{idsOf(cell).join(' ')}</span>
          </p>
          <Renamed cell={cell} />
        </div>
        <IconButton label="Close" hotkey="Esc" onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <div className="grid min-h-0 flex-1 content-start gap-5 overflow-y-auto px-4 py-3">
        <p>{unseen ?? (partly && state === 'watched' ? IN_PART : STATE_WORDS[state].about)}</p>
        {partly ? (
          <p className="text-warn">A part of what looks for it lacks data, so something may stay hidden.</p>
        ) : null}
        <Found cell={cell} from={from} to={to} />
        <Listed
          title="What looks for it"
          count={watchers.length}
          none="No rule and no detector. A hunt can still go after it in the explorer."
        >
          <WatcherList watchers={watchers} />
        </Listed>
        <Listed title="Hunts that ask for it" count={hunts.length} none="No hunt of the library asks for it.">
          <ul className="mt-1.5 grid gap-2.5">
            {hunts.map((hunt) => (
              <li key={hunt.name}>
                <Link
                  href={`/hunts/library?${new URLSearchParams({ hunt: hunt.name })}`}
                  className="text-accent hover:underline"
                >
                  {hunt.title}
                </Link>
              </li>
            ))}
          </ul>
        </Listed>
      </div>
    </aside>
  );
}

function Found({ cell, from, to }: Pick<CellPanelProps, 'cell' | 'from' | 'to'>) {
  const { id, findings, ofSubtechniques, level } = cell;
  if (findings === 0) return null;
  const asked = { technique: id, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Link href={`/findings?${new URLSearchParams(asked)}`} className={linkButton('primary')}>
        Show {formatCounted(findings, 'finding')}
      </Link>
      {level === null ? null : <LevelMark level={level} />}
      {ofSubtechniques === 0 ? null : (
        <span className="text-xs text-dim">{formatCount(ofSubtechniques)} of sub-techniques alone</span>
      )}
    </div>
  );
}

function Renamed({ cell: { renamed } }: { cell: MatrixCell }) {
  if (renamed.length === 0) return null;
  return (
    <p className="text-xs text-dim">
      ATT&CK 19 calls it <span className="font-mono">{renamed.join(', ')}</span>.
    </p>
  );
}

interface ListedProps {
  title: string;
  count: number;
  /** What is said where there are none. */
  none: string;
  children: ReactNode;
}

function Listed({ title, count, none, children }: ListedProps) {
  return (
    <section aria-label={title}>
      <h3 className="text-xs font-semibold text-dim">
        {title} {count === 0 ? null : <span className="font-normal">{formatCount(count)}</span>}
      </h3>
      {count === 0 ? <p className="mt-1 text-dim">{none}</p> : children}
    </section>
  );
}

/** Its own id and, of Microsoft's matrix, those of ATT&CK. */
function idsOf({ id, techniques }: MatrixCell): string[] {
  return [...new Set([id, ...techniques])];
}
