'use client';

import { useMutation } from '@tanstack/react-query';
import { send } from '@/components/forms';
import { visibleLine } from '@/components/text';
import { ConfirmDialog } from '@/components/ui';
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
    <ConfirmDialog
      title="Revoke this token?"
      words={{ action: 'Revoke', doing: 'Revoking…' }}
      busy={revoking.isPending}
      failure={revoking.isError ? `It was not revoked: ${revoking.error.message}` : null}
      onKeep={close}
      onConfirm={() => revoking.mutate(token.id)}
    >
      Whoever has <span className="font-medium text-text">{visibleLine(token.name)}</span> (
      <span className="font-mono text-xs">{token.secretStart}…</span>) is refused from now on. It cannot be taken back.
    </ConfirmDialog>
  );
}
