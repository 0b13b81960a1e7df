'use client';

import { useMutation } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { Field, formValues, Problem, send } from '@/components/forms';
import { Button } from '@/components/ui';
import { type LinkAnswer, newPersonAnswer } from '@/lib/interface';
import { RoleChoice } from './role-choice';

/** Adds somebody and gives the link for them. */
export function InviteForm({ onInvited }: { onInvited: (invited: { name: string; link: LinkAnswer }) => void }) {
  const form = useRef<HTMLFormElement>(null);
  const roleId = useId();
  const invitation = useMutation({
    mutationFn: ({ name, email, role }: Readonly<Record<string, string>>) =>
      send(newPersonAnswer, 'POST', '/api/people', { name, email, role }),
    onSuccess: (invited) => {
      form.current?.reset();
      onInvited(invited);
    },
  });
  return (
    <>
      <form
        ref={form}
        aria-label="Invite somebody"
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => invitation.mutate(formValues(event))}
      >
        <Field label="Name" name="name" maxLength={100} required />
        <Field label="E-mail address" name="email" type="email" required />
        <div className="grid gap-1">
          <label htmlFor={roleId} className="text-xs text-dim">
            Role
          </label>
          <RoleChoice id={roleId} name="role" defaultValue="viewer" />
        </div>
        <Button type="submit" disabled={invitation.isPending}>
          Invite
        </Button>
      </form>
      <Problem error={invitation.error} />
    </>
  );
}
