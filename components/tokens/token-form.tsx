'use client';

import { useRef } from 'react';
import { Field, formValues } from '@/components/forms';
import { Button } from '@/components/ui';

interface TokenFormProps {
  /** What the button says. */
  action: string;
  busy: boolean;
  /** `days` until it expires, null for never. Resolves when it was made. */
  onMake: (token: { name: string; days: number | null }) => Promise<unknown>;
}

/** Asks for the name of a new token and how long it is good. */
export function TokenForm({ action, busy, onMake }: TokenFormProps) {
  const form = useRef<HTMLFormElement>(null);
  return (
    <form
      ref={form}
      aria-label="Make a token"
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        const { name = '', days = '' } = formValues(event);
        // What went wrong is shown by whoever makes it.
        void onMake({ name, days: days === '' ? null : Number(days) }).then(
          () => form.current?.reset(),
          () => undefined,
        );
      }}
    >
      <Field label="Name of the token" name="name" maxLength={100} required />
      <Field label="Days until it expires" name="days" type="number" min={1} max={3650} placeholder="never" />
      <Button type="submit" disabled={busy}>
        {action}
      </Button>
    </form>
  );
}
