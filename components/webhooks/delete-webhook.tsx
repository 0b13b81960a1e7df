'use client';

import { formatCounted, visibleLine } from '@/components/text';
import { Button, Dialog } from '@/components/ui';
import type { WebhookAnswer } from '@/lib/interface';
import { useDeleteWebhook } from './use-webhooks';

interface DeleteWebhookProps {
  /** The webhook to ask about; null = closed. */
  webhook: WebhookAnswer | null;
  onClose: () => void;
}

/** Asks before a webhook goes with its address, which nobody can read here again. */
export function DeleteWebhook({ webhook, onClose }: DeleteWebhookProps) {
  const deleting = useDeleteWebhook();
  if (webhook === null) return null;
  const close = () => {
    deleting.reset();
    onClose();
  };
  return (
    <Dialog
      open
      returns
      onOpenChange={(open) => (open || deleting.isPending ? undefined : close())}
      title="Delete this webhook?"
    >
      <p className="text-dim [overflow-wrap:anywhere]">
        <span className="font-medium text-text">{visibleLine(webhook.name)}</span> goes for good, with its address
        {webhook.waiting === 0
          ? ''
          : ` and the ${formatCounted(webhook.waiting, 'finding')} it was still to be told of`}
        . Turned off, it would stay and be told of nothing.
      </p>
      {deleting.isError ? (
        <p role="alert" className="mt-3 text-error">
          It was not deleted: {deleting.error.message}
        </p>
      ) : null}
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={close} disabled={deleting.isPending}>
          Keep it
        </Button>
        <Button
          look="danger"
          disabled={deleting.isPending}
          onClick={() => deleting.mutate(webhook.id, { onSuccess: close })}
        >
          {deleting.isPending ? 'Deleting…' : 'Delete'}
        </Button>
      </div>
    </Dialog>
  );
}
