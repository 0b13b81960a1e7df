'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useState } from 'react';
import { formatCounted } from '@/components/text';
import { IconButton } from '@/components/ui';
import type { SourceSummary } from '@/lib/interface';
import { isBusy, sourcesQuery } from './sources-query';
import { useUploads } from './upload-context';
import type { Upload } from './upload-queue';
import { UploadRow } from './upload-row';

/** What is being sent and read, docked at the bottom right of every page. */
export function UploadPanel() {
  const { uploads, queue } = useUploads();
  const [open, setOpen] = useState(true);
  const sources = useQuery({
    ...sourcesQuery,
    enabled: uploads.some((upload) => upload.state === 'sent'),
    refetchInterval: (query) =>
      uploads.some((upload) => isUnsettled(upload, query.state.data?.sources)) ? 1000 : false,
  });
  if (uploads.length === 0) return null;
  const list = sources.data?.sources;
  const going = uploads.filter((upload) => isUnsettled(upload, list)).length;
  const dismissable = uploads.filter((upload) => upload.state === 'sent' && !isUnsettled(upload, list));
  return (
    <section
      aria-label="Uploads"
      className="fixed right-3 bottom-[38px] z-30 w-[min(400px,calc(100vw-76px))] overflow-hidden rounded-xl border border-line bg-panel shadow-float"
    >
      <header className="flex h-10 items-center gap-1 pr-2 pl-4">
        <h2 className="flex-1 font-semibold">{going > 0 ? `Adding ${formatCounted(going, 'source')}` : 'Uploads'}</h2>
        <IconButton
          label={open ? 'Fold the uploads' : 'Unfold the uploads'}
          size="small"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? <ChevronDown size={16} aria-hidden /> : <ChevronUp size={16} aria-hidden />}
        </IconButton>
        {going === 0 ? (
          <IconButton
            label="Dismiss finished uploads"
            size="small"
            disabled={dismissable.length === 0}
            onClick={() => {
              for (const upload of dismissable) queue.dismiss(upload.key);
            }}
          >
            <X size={16} aria-hidden />
          </IconButton>
        ) : null}
      </header>
      {open ? (
        <ul className="max-h-[40vh] divide-y divide-line overflow-y-auto border-t border-line">
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} source={sourceOf(upload, list)} queue={queue} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function sourceOf(upload: Upload, list: readonly SourceSummary[] | undefined): SourceSummary | null {
  return list?.find((source) => source.id === upload.sourceId) ?? null;
}

/** True while something is still to happen by itself. */
function isUnsettled(upload: Upload, list: readonly SourceSummary[] | undefined): boolean {
  if (upload.state === 'failed' || upload.state === 'paused') return false;
  if (upload.state !== 'sent') return true;
  const source = sourceOf(upload, list);
  return source !== null ? isBusy(source) : list === undefined;
}
