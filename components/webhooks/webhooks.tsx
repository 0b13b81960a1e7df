'use client';

import { Problem, Section } from '@/components/forms';
import { useMakeWebhook, useWebhooks } from './use-webhooks';
import { WebhookForm } from './webhook-form';
import { WebhookTable } from './webhook-table';

/** Where new findings are told of; for administrators. */
export function Webhooks() {
  const answer = useWebhooks();
  const making = useMakeWebhook();
  const webhooks = answer.data?.webhooks ?? [];
  return (
    <Section
      title="Webhooks"
      about="New findings are sent to these addresses and to no others. A new webhook is off: try it, then turn it on."
    >
      {webhooks.length === 0 ? null : <WebhookTable webhooks={webhooks} />}
      <Problem error={answer.error ?? making.error} />
      <WebhookForm busy={making.isPending} onMake={(webhook) => making.mutateAsync(webhook)} />
    </Section>
  );
}
