'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Pause, Play, X } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { visibleLine } from '@/components/text';
import { classNames, IconButton } from '@/components/ui';
import type { SourceSummary } from '@/lib/interface';
import { cancelReading } from './cancel-reading';
import { describeUpload, type UploadView } from './describe-upload';
import { ProgressBar } from './progress-bar';
import type { Upload, UploadQueue } from './upload-queue';

interface UploadRowProps {
  upload: Upload;
  /** What the server says of it; null until it was asked. */
  source: SourceSummary | null;
  queue: UploadQueue;
}

/** One upload: its name, how far it is, what can be done about it. Two lines, whatever happens. */
export function UploadRow({ upload, source, queue }: UploadRowProps) {
  const now = useSecondHand(upload.retryAt !== null);
  const view = describeUpload(upload, source, now);
  const name = visibleLine(upload.name);
  return (
    <li aria-label={name} className="grid grid-cols-[minmax(0,1fr)] gap-1.5 px-4 py-2.5">
      <div className="flex h-6 items-center gap-2">
        <span className="min-w-0 flex-1 truncate" title={name}>
          {name}
        </span>
        <RowActions upload={upload} source={source} view={view} queue={queue} />
      </div>
      <ProgressBar label={`${name}: ${view.phase}`} share={view.share} tone={view.tone} />
      <p
        title={view.detail}
        className={classNames(
          'truncate text-xs text-dim',
          view.tone === 'error' && 'whitespace-normal text-error',
          view.tone === 'warn' && 'text-warn',
        )}
      >
        {view.phase === '' ? null : <span className="text-text">{view.phase} </span>}
        {view.detail}
      </p>
      <span role="status" className="sr-only">
        {name}: {view.phase}
      </span>
    </li>
  );
}

function RowActions({ upload, source, view, queue }: UploadRowProps & { view: UploadView }) {
  const client = useQueryClient();
  const { key, state, sourceId } = upload;
  const forget = () => void queue.cancel(key).then(() => client.invalidateQueries({ queryKey: ['sources'] }));
  if (state !== 'sent') {
    const halted = state === 'paused' || state === 'failed' || state === 'lost';
    return (
      <>
        {halted ? (
          <IconButton
            label={state === 'paused' ? 'Go on' : 'Try again now'}
            size="small"
            onClick={() => queue.resume(key)}
          >
            <Play size={14} aria-hidden />
          </IconButton>
        ) : (
          <IconButton label="Pause" size="small" onClick={() => queue.pause(key)}>
            <Pause size={14} aria-hidden />
          </IconButton>
        )}
        <IconButton label="Cancel this upload" size="small" onClick={forget}>
          <X size={14} aria-hidden />
        </IconButton>
      </>
    );
  }
  return (
    <>
      {view.explore && sourceId !== null ? (
        <Link
          href={`/explore?source=${encodeURIComponent(sourceId)}`}
          className="font-medium text-accent hover:underline"
        >
          Explore
        </Link>
      ) : null}
      {sourceId !== null ? (
        <Link href={`/sources/${encodeURIComponent(sourceId)}`} className="text-dim hover:text-text hover:underline">
          Details
        </Link>
      ) : null}
      {source?.state === 'reading' ? (
        <IconButton label="Stop reading" size="small" onClick={() => void cancelReading(source.id, client)}>
          <X size={14} aria-hidden />
        </IconButton>
      ) : (
        <IconButton label="Dismiss" size="small" onClick={() => queue.dismiss(key)}>
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </>
  );
}

/** The time, again each second while it is needed. */
function useSecondHand(needed: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!needed) return;
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [needed]);
  return now;
}
