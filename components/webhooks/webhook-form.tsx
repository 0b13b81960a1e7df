'use client';

import { useRef, useState } from 'react';
import { Choice, Field, formValues } from '@/components/forms';
import { Button } from '@/components/ui';
import {
  FINDING_LEVELS,
  type FindingLevel,
  WEBHOOK_FORMATS,
  type WebhookCreation,
  type WebhookFormat,
} from '@/lib/interface';
import { FORMAT_LABELS, LEVEL_LABELS } from './webhook-labels';

interface WebhookFormProps {
  busy: boolean;
  /** Resolves when it was made. */
  onMake: (webhook: Omit<WebhookCreation, 'on'>) => Promise<unknown>;
}

const LEVELS = FINDING_LEVELS.map((value) => ({ value, label: LEVEL_LABELS[value] }));
const FORMATS = WEBHOOK_FORMATS.map((value) => ({ value, label: FORMAT_LABELS[value] }));

/** Asks where findings are to be told of, how, and from which level. */
export function WebhookForm({ busy, onMake }: WebhookFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [level, setLevel] = useState<FindingLevel>('high');
  const [format, setFormat] = useState<WebhookFormat>('slack');
  return (
    <form
      ref={form}
      aria-label="Make a webhook"
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        const { name = '', address = '' } = formValues(event);
        // What went wrong is shown by whoever makes it.
        void onMake({ name, address, format, level }).then(
          () => form.current?.reset(),
          () => undefined,
        );
      }}
    >
      <Field label="Name of the webhook" name="name" maxLength={100} required />
      <Field label="Address" name="address" type="url" maxLength={2000} placeholder="https://" required />
      <Choice label="As" value={format} choices={FORMATS} onChange={setFormat} />
      <Choice label="Findings" value={level} choices={LEVELS} onChange={setLevel} />
      <Button type="submit" disabled={busy}>
        Make a webhook
      </Button>
    </form>
  );
}
