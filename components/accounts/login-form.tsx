'use client';

import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { Field, formValues, send } from '@/components/forms';
import { Button } from '@/components/ui';
import { signInAnswer } from '@/lib/interface';
import { GateCard } from './gate-card';
import { useScriptsRun } from './use-scripts-run';

interface LoginFormProps {
  /** Where to go afterwards: a path of ours. */
  to: string;
  /** What single sign-on is called here; null without it. */
  singleSignOn: string | null;
  /** What went wrong on the way back from there. */
  problem: string | null;
}

const redirection = z.object({ url: z.string() });

/** `/login` */
export function LoginForm({ to, singleSignOn, problem }: LoginFormProps) {
  const ready = useScriptsRun();
  const signingIn = useMutation({
    mutationFn: ({ email, password }: Readonly<Record<string, string>>) =>
      send(signInAnswer, 'POST', '/api/session', { email, password }),
    onSuccess: () => window.location.assign(to),
  });
  const leaving = useMutation({
    mutationFn: () =>
      send(redirection, 'POST', '/api/auth/sign-in/social', {
        provider: 'oidc',
        callbackURL: to,
        errorCallbackURL: '/login',
        disableRedirect: true,
      }),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  const failed = signingIn.error?.message ?? leaving.error?.message ?? problem;
  return (
    <GateCard title="Sign in">
      <form method="post" className="grid gap-3" onSubmit={(event) => signingIn.mutate(formValues(event))}>
        <Field label="E-mail address" name="email" type="email" autoComplete="username" autoFocus required />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
        {failed === null ? null : (
          <p role="alert" className="text-error first-letter:uppercase">
            {failed}
          </p>
        )}
        <Button type="submit" look="primary" disabled={!ready || signingIn.isPending || signingIn.isSuccess}>
          {signingIn.isPending ? 'Signing in…' : 'Sign in'}
        </Button>
      </form>
      {singleSignOn === null ? null : (
        <Button className="mt-3 w-full" onClick={() => leaving.mutate()} disabled={leaving.isPending}>
          Continue with {singleSignOn}
        </Button>
      )}
      <p className="mt-4 text-xs text-faint">
        Forgot your password? An administrator can make you a link for a new one.
      </p>
    </GateCard>
  );
}
