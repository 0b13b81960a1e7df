'use client';

import { useMutation } from '@tanstack/react-query';
import { Field, formValues, send } from '@/components/forms';
import { Button } from '@/components/ui';
import { signInAnswer } from '@/lib/interface';
import { GateCard } from './gate-card';
import { useScriptsRun } from './use-scripts-run';

interface SetupFormProps {
  token: string;
  /** Who sets a password; null for the first administrator. */
  person: { readonly name: string; readonly email: string } | null;
}

/** `/setup` with a link that is good: makes the first administrator, or sets the password of somebody who was invited. */
export function SetupForm({ token, person }: SetupFormProps) {
  const ready = useScriptsRun();
  const setting = useMutation({
    mutationFn: ({ name, email, password }: Readonly<Record<string, string>>) =>
      send(signInAnswer, 'POST', '/api/setup', { token, password, ...(person === null ? { name, email } : {}) }),
    // Replaced, so that the spent link is not in the history.
    onSuccess: () => window.location.replace('/'),
  });
  return (
    <GateCard title={person === null ? 'Set up Trackway' : `Welcome, ${person.name}`}>
      <p className="mb-4 text-dim">
        {person === null
          ? 'You become the first administrator: you can add logs, and people who may look at them.'
          : `Choose a password for ${person.email}.`}
      </p>
      <form method="post" className="grid gap-3" onSubmit={(event) => setting.mutate(formValues(event))}>
        {person === null ? (
          <>
            <Field label="Your name" name="name" autoComplete="name" maxLength={100} autoFocus required />
            <Field label="E-mail address" name="email" type="email" autoComplete="username" required />
          </>
        ) : (
          <input type="hidden" name="username" autoComplete="username" value={person.email} readOnly />
        )}
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={12}
          hint="At least 12 characters; a few words are easy to remember."
          required
        />
        {setting.isError ? (
          <p role="alert" className="text-error first-letter:uppercase">
            {setting.error.message}
          </p>
        ) : null}
        <Button type="submit" look="primary" disabled={!ready || setting.isPending || setting.isSuccess}>
          {person === null ? 'Become administrator' : 'Set password and sign in'}
        </Button>
      </form>
    </GateCard>
  );
}
