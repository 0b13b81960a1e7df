'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchAnswer } from '@/components/interface';
import { formatCounted, visibleLine } from '@/components/text';
import { Button, Dialog } from '@/components/ui';
import { deletedSourceAnswer, type SourceSummary } from '@/lib/interface';

interface DeleteSourceProps {
  /** The source to ask about; null = closed. */
  source: SourceSummary | null;
  onClose: (deleted: boolean) => void;
}

/** Asks before deleting a source and says afterwards how much went. */
export function DeleteSource({ source, onClose }: DeleteSourceProps) {
  const client = useQueryClient();
  const deletion = useMutation({
    mutationFn: (id: string) =>
      fetchAnswer(deletedSourceAnswer, `/api/sources/${encodeURIComponent(id)}`, {}, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'source' }),
  });
  const close = () => {
    onClose(deletion.isSuccess);
    deletion.reset();
  };
  if (source === null) return null;
  const done = deletion.data;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !deletion.isPending) close();
      }}
      title={done === undefined ? 'Delete this source?' : 'Deleted'}
    >
      {done === undefined ? (
        <p className="text-dim [overflow-wrap:anywhere]">
          <span className="font-medium text-text">{visibleLine(source.name)}</span> goes for good, with its{' '}
          {formatCounted(source.events, 'event')}, the original text of {formatCounted(source.fileCount, 'file')} and
          what was found in them.
        </p>
      ) : (
        <p role="status" className="text-dim [overflow-wrap:anywhere]">
          {formatCounted(done.deletedEvents, 'event')} of{' '}
          <span className="font-medium text-text">{visibleLine(source.name)}</span>{' '}
          {done.deletedEvents === 1 ? 'is' : 'are'} gone.
        </p>
      )}
      {deletion.isError ? (
        <p role="alert" className="mt-3 text-error">
          It was not deleted: {deletion.error.message}
        </p>
      ) : null}
      <div className="mt-5 flex justify-end gap-2">
        {done === undefined ? (
          <>
            <Button onClick={close} disabled={deletion.isPending}>
              Keep it
            </Button>
            <Button look="danger" onClick={() => deletion.mutate(source.id)} disabled={deletion.isPending}>
              {deletion.isPending ? 'Deleting…' : `Delete ${formatCounted(source.events, 'event')}`}
            </Button>
          </>
        ) : (
          <Button look="primary" onClick={close}>
            Close
          </Button>
        )}
      </div>
    </Dialog>
  );
}
