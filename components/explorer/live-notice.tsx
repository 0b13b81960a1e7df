'use client';

import { formatCount } from '@/components/text';
import { Button, Kbd } from '@/components/ui';
import type { Tail } from './use-tail';

interface LiveNoticeProps {
  tail: Tail;
  onResume: () => void;
  onReload: () => void;
}

/** Over the table while it is held still: how many wait, and the way on; or that there is more than the tail shows. */
export function LiveNotice({ tail, onResume, onReload }: LiveNoticeProps) {
  const { state, paused, buffer, outdated } = tail;
  if (state === 'off') return null;
  const held = buffer.waiting.length;
  if (!paused && outdated === null && buffer.cut === 0) return null;
  return (
    <div className="pointer-events-none absolute bottom-4 left-4 z-20 flex">
      <div
        role="status"
        className="pointer-events-auto flex items-center gap-3 rounded-md border bg-raise py-1 pr-1 pl-3 shadow-float"
      >
        {paused ? <span>Paused · {held === 0 ? 'nothing new' : `${formatCount(held)} waiting`}</span> : null}
        {outdated === null ? null : <span className="text-dim">{outdated}</span>}
        {buffer.cut === 0 ? null : (
          <span className="text-dim">{formatCount(buffer.cut)} older ones are not in this list</span>
        )}
        {paused ? (
          <Button size="small" onClick={onResume}>
            Resume <Kbd>l</Kbd>
          </Button>
        ) : (
          <Button size="small" onClick={onReload}>
            Show all
          </Button>
        )}
      </div>
    </div>
  );
}
