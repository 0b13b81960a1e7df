'use client';

import { clockTime, type Zone } from '@/components/time';
import { Button } from '@/components/ui';
import type { SaveState } from './use-notebook';

interface SaveMarkProps {
  save: SaveState;
  zone: Zone;
  onRetry: () => void;
}

/** Whether what is written is kept. */
export function SaveMark({ save, zone, onRetry }: SaveMarkProps) {
  if (save.kind === 'failed') {
    return (
      <span role="alert" className="flex min-w-0 items-center gap-2 text-xs text-error">
        <span className="max-w-96 truncate" title={save.reason}>
          Could not save: {save.reason}
        </span>
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      </span>
    );
  }
  return (
    <output className="shrink-0 text-xs whitespace-nowrap text-faint" data-save={save.kind}>
      {save.kind === 'kept' ? `saved ${clockTime(save.at, zone).slice(0, 8)}` : 'saving …'}
    </output>
  );
}
