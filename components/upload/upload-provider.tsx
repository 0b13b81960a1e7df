'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { DropOverlay } from './drop-overlay';
import { planUploads } from './plan-uploads';
import { tusTransfer } from './tus-transfer';
import { UploadContext, type Uploads } from './upload-context';
import { UploadPanel } from './upload-panel';
import { type Upload, UploadQueue } from './upload-queue';

const NONE: readonly Upload[] = [];

/** Keeps uploads going while the person moves between pages, takes drops anywhere, and shows the panel. */
export function UploadProvider({ children }: { children: ReactNode }) {
  const [queue] = useState(() => new UploadQueue(tusTransfer));
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
  useListRefresh(uploads);
  useWindowEvents(queue);
  return (
    <UploadContext value={value}>
      {children}
      <UploadPanel />
      <DropOverlay />
    </UploadContext>
  );
}

/** The list of sources is asked for anew when the server learns of an upload, has it all, or is told to forget it. */
function useListRefresh(uploads: readonly Upload[]): void {
  const client = useQueryClient();
  const known = uploads
    .filter((upload) => upload.sourceId !== null)
    .map((upload) => `${upload.sourceId}:${upload.state === 'sent'}`)
    .join();
  useEffect(() => {
    if (known !== '') void client.invalidateQueries({ queryKey: ['sources'] });
  }, [client, known]);
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
