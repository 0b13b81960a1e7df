'use client';

import { useMutation } from '@tanstack/react-query';
import { send } from '@/components/forms';
import { visibleLine } from '@/components/text';
import { Button, Dialog } from '@/components/ui';
import { doneAnswer, type TokenAnswer } from '@/lib/interface';
import { useRenewTokens } from './use-tokens';

interface RevokeTokenProps {
  /** The token to ask about; null = closed. */
  token: TokenAnswer | null;
  onClose: () => void;
}

/** Asks before a token ends for good. */
export function RevokeToken({ token, onClose }: RevokeTokenProps) {
  const renew = useRenewTokens();
  const revoking = useMutation({
    mutationFn: (id: string) => send(doneAnswer, 'DELETE', `/api/tokens/${encodeURIComponent(id)}`),
    onSuccess: onClose,
    onSettled: renew,
  });
  if (token === null) return null;
  const close = () => {
    revoking.reset();
    onClose();
  };
  return (
    <Dialog
      open
      returns
      onOpenChange={(open) => (open || revoking.isPending ? undefined : close())}
      title="Revoke this token?"
    >
      <p className="text-dim [overflow-wrap:anywhere]">
        Whoever has <span className="font-medium text-text">{visibleLine(token.name)}</span> (
        <span className="font-mono text-xs">{token.secretStart}…</span>) is refused from now on. It cannot be taken
        back.
      </p>
      {revoking.isError ? (
        <p role="alert" className="mt-3 text-error">
          It was not revoked: {revoking.error.message}
        </p>
      ) : null}
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={close} disabled={revoking.isPending}>
          Keep it
        </Button>
        <Button look="danger" onClick={() => revoking.mutate(token.id)} disabled={revoking.isPending}>
          {revoking.isPending ? 'Revoking…' : 'Revoke'}
        </Button>
      </div>
    </Dialog>
  );
}
