'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useAccess } from '@/components/access';
import { Field, formValues, Problem, Section, send } from '@/components/forms';
import { Button } from '@/components/ui';
import { doneAnswer } from '@/lib/interface';
import { useScriptsRun } from './use-scripts-run';

/** One's own password. */
export function OwnPassword() {
  const { person } = useAccess();
  const form = useRef<HTMLFormElement>(null);
  const client = useQueryClient();
  const ready = useScriptsRun();
  const change = useMutation({
    mutationFn: ({ current, password }: Readonly<Record<string, string>>) =>
      send(doneAnswer, 'PUT', '/api/account/password', { current, password }),
    onSuccess: () => {
      form.current?.reset();
      return client.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <Section title="Your password" about={`You are signed in as ${person?.email}, ${person?.role}.`}>
      <form
        ref={form}
        method="post"
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => change.mutate(formValues(event))}
      >
        <Field label="Present password" name="current" type="password" autoComplete="current-password" required />
        <Field
          label="New password"
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={12}
          required
        />
        <Button type="submit" disabled={!ready || change.isPending}>
          Change password
        </Button>
      </form>
      <Problem error={change.error} />
      {change.isSuccess ? <p role="status">It is changed, and your other sessions are over.</p> : null}
    </Section>
  );
}
