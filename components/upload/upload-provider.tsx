'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useMay } from '@/components/access';
import type { SourcesAnswer } from '@/lib/interface';
import { DropOverlay } from './drop-overlay';
import { planUploads } from './plan-uploads';
import { isBusy, sourcesQuery } from './sources-query';
import { tusTransfer } from './tus-transfer';
import { UploadContext, type Uploads } from './upload-context';
import { UploadPanel } from './upload-panel';
import { type Upload, UploadQueue } from './upload-queue';

const NONE: readonly Upload[] = [];

/** Keeps uploads going while the person moves between pages, takes drops anywhere from those who may add logs, and shows the panel. */
export function UploadProvider({ children }: { children: ReactNode }) {
  const [queue] = useState(() => new UploadQueue(tusTransfer));
  const mayAdd = useMay('administer');
  const uploads = useSyncExternalStore(queue.subscribe, queue.uploads, () => NONE);
  const value = useMemo<Uploads>(
    () => ({
      uploads,
      queue,
      add: (files) => {
        for (const plan of planUploads(files)) queue.add(plan);
      },
    }),
    [uploads, queue],
  );
  useRefresh(uploads);
  useForgetDeleted(uploads, queue);
  useWindowEvents(queue);
  return (
    <UploadContext value={value}>
      {children}
      <UploadPanel />
      {mayAdd ? <DropOverlay /> : null}
    </UploadContext>
  );
}

/**
 * The list of sources is asked for anew when the server learns of an upload or has it all; everything else when a source
 * comes to be read, or goes: old answers do not know of it.
 */
function useRefresh(uploads: readonly Upload[]): void {
  const client = useQueryClient();
  const known = uploads
    .filter((upload) => upload.sourceId !== null)
    .map((upload) => `${upload.sourceId}:${upload.state === 'sent'}`)
    .join();
  useEffect(() => {
    if (known === '') return;
    const { queryKey } = sourcesQuery;
    // A first answer that is still under way may be older than the upload, and invalidating alone would wait for that one.
    void client.cancelQueries({ queryKey }).then(() => client.invalidateQueries({ queryKey }));
  }, [client, known]);

  const settled = useQuery({ ...sourcesQuery, select: settledSources }).data;
  const before = useRef(settled);
  useEffect(() => {
    const stale = before.current !== undefined && before.current !== settled;
    before.current = settled;
    if (stale) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sourcesQuery.queryKey[0] });
  }, [client, settled]);
}

/** An upload leaves the panel when its source, once listed, is deleted. */
function useForgetDeleted(uploads: readonly Upload[], queue: UploadQueue): void {
  const listed = useQuery({ ...sourcesQuery, enabled: uploads.length > 0 }).data?.sources;
  const seen = useRef(new Set<string>());
  useEffect(() => {
    if (listed === undefined) return;
    const present = new Set(listed.map((source) => source.id));
    for (const { key, sourceId } of uploads) {
      if (sourceId === null) continue;
      if (present.has(sourceId)) seen.current.add(sourceId);
      else if (seen.current.has(sourceId)) queue.dismiss(key);
    }
  }, [uploads, listed, queue]);
}

function settledSources({ sources }: SourcesAnswer): string {
  return sources
    .filter((source) => !isBusy(source))
    .map((source) => `${source.id}:${JSON.stringify(source.corrections)}`)
    .sort()
    .join();
}

function useWindowEvents(queue: UploadQueue): void {
  useEffect(() => {
    const online = () => queue.reconnect();
    const leaving = (event: BeforeUnloadEvent) => {
      if (queue.busy()) event.preventDefault();
    };
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', leaving);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', leaving);
    };
  }, [queue]);
}
