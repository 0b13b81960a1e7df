'use client';

import { useState } from 'react';
import { DataTable, Problem } from '@/components/forms';
import { visibleLine } from '@/components/text';
import { minuteTime, useZone } from '@/components/time';
import { Button, classNames } from '@/components/ui';
import type { WebhookAnswer } from '@/lib/interface';
import { DeleteWebhook } from './delete-webhook';
import { useSwitchWebhook, useTryWebhook } from './use-webhooks';
import { FORMAT_LABELS, LEVEL_LABELS } from './webhook-labels';

const HEADS = ['Name', 'Address', 'Findings', 'Waiting', 'Last message', ''];

/** Webhooks with what became of their last message, and what can be done with them. */
export function WebhookTable({ webhooks }: { webhooks: readonly WebhookAnswer[] }) {
  const switching = useSwitchWebhook();
  const trying = useTryWebhook();
  const [deleted, setDeleted] = useState<WebhookAnswer | null>(null);
  const busy = switching.isPending || trying.isPending;
  return (
    <>
      <DataTable label="Webhooks" heads={HEADS}>
        {webhooks.map((webhook) => (
          <tr key={webhook.id}>
            <WebhookCells webhook={webhook} />
            <td className="whitespace-nowrap text-right">
              <span className="inline-flex gap-2">
                <Action label="Try" of={webhook} disabled={busy} onClick={() => trying.mutate(webhook.id)} />
                <Action
                  label={webhook.on ? 'Turn off' : 'Turn on'}
                  of={webhook}
                  disabled={busy}
                  onClick={() => switching.mutate({ id: webhook.id, on: !webhook.on })}
                />
                <Action label="Delete" of={webhook} disabled={busy} onClick={() => setDeleted(webhook)} />
              </span>
            </td>
          </tr>
        ))}
      </DataTable>
      <Problem error={switching.error ?? trying.error} />
      <DeleteWebhook webhook={deleted} onClose={() => setDeleted(null)} />
    </>
  );
}

interface ActionProps {
  label: string;
  of: WebhookAnswer;
  disabled: boolean;
  onClick: () => void;
}

function Action({ label, of, disabled, onClick }: ActionProps) {
  return (
    <Button
      size="small"
      {...(label === 'Delete' ? { look: 'danger' as const } : {})}
      aria-label={`${label} ${visibleLine(of.name)}`}
      disabled={disabled}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}

function WebhookCells({ webhook }: { webhook: WebhookAnswer }) {
  const { name, address, format, level, on, waiting } = webhook;
  return (
    <>
      <th scope="row" className="max-w-[180px] text-left max-xl:max-w-[150px] font-medium" title={visibleLine(name)}>
        <span className="flex gap-2">
          <span className="truncate">{visibleLine(name)}</span>
          <span className={on ? 'font-normal text-text' : 'font-normal text-faint'}>{on ? 'on' : 'off'}</span>
        </span>
      </th>
      <td
        className="max-w-[220px] truncate font-mono text-xs text-dim max-xl:max-w-[150px]"
        title={visibleLine(address)}
      >
        {visibleLine(address)}
      </td>
      <td className="whitespace-nowrap text-dim">
        {LEVEL_LABELS[level]} · {FORMAT_LABELS[format]}
      </td>
      <td className="tabular-nums text-dim">{waiting}</td>
      <LastMessage last={webhook.last} />
    </>
  );
}

function LastMessage({ last }: Pick<WebhookAnswer, 'last'>) {
  const [zone] = useZone();
  if (last === null) return <td className="text-faint">none yet</td>;
  const said = `${last.delivered ? 'arrived' : 'failed'}: ${visibleLine(last.message)}`;
  return (
    <td
      className={classNames('max-w-[220px] truncate max-xl:max-w-[150px]', last.delivered ? 'text-dim' : 'text-error')}
      title={`${minuteTime(last.at, zone)} ${said}`}
    >
      {said}
    </td>
  );
}
