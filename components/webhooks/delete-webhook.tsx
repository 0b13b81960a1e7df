'use client';

import { formatCounted, visibleLine } from '@/components/text';
import { ConfirmDialog } from '@/components/ui';
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
    <ConfirmDialog
      title="Delete this webhook?"
      words={{ action: 'Delete', doing: 'Deleting…' }}
      busy={deleting.isPending}
      failure={deleting.isError ? `It was not deleted: ${deleting.error.message}` : null}
      onKeep={close}
      onConfirm={() => deleting.mutate(webhook.id, { onSuccess: close })}
    >
      <span className="font-medium text-text">{visibleLine(webhook.name)}</span> goes for good, with its address
      {webhook.waiting === 0 ? '' : ` and the ${formatCounted(webhook.waiting, 'finding')} it was still to be told of`}.
      Turned off, it would stay and be told of nothing.
    </ConfirmDialog>
  );
}
