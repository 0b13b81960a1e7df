'use client';

import { useAccess } from '@/components/access';
import { Problem, SecretShown } from '@/components/forms';
import { visibleLine } from '@/components/text';
import { Button } from '@/components/ui';
import type { NamedStream } from '@/lib/interface';
import { TokenForm } from './token-form';
import { TokenTable } from './token-table';
import { useMakeToken, useTokens } from './use-tokens';

interface StreamTokensProps {
  stream: NamedStream;
  /** Told the secret of each that is made. */
  onMade: (secret: string) => void;
}

/** The tokens that may write to a stream; for administrators. */
export function StreamTokens({ stream, onMade }: StreamTokensProps) {
  const { accounts } = useAccess();
  const answer = useTokens();
  const making = useMakeToken();
  const tokens = answer.data?.tokens.filter(({ sourceId }) => sourceId === stream.id);
  const make = async (token: { name: string; days: number | null }) => {
    const made = await making.mutateAsync({ ...token, scope: 'ingest', sourceId: stream.id });
    onMade(made.secret);
  };
  return (
    <section aria-label="Tokens" className="grid gap-3">
      <h3 className="font-semibold">Tokens</h3>
      {making.data === undefined ? null : (
        <SecretShown
          label={`The token ${visibleLine(making.data.name)}, also in the texts for senders below.`}
          text={making.data.secret}
        />
      )}
      {tokens === undefined || tokens.length === 0 ? null : <TokenTable tokens={tokens} />}
      {tokens?.length === 0 ? (
        <p className="text-dim">
          No token leads to this stream, so nobody can push to it
          {accounts
            ? ''
            : '. What comes without one, from this machine, goes to a stream that is named after its receiver'}
          . Make one and put it into the sender.
        </p>
      ) : null}
      {answer.isError ? (
        <div className="flex items-center gap-3">
          <p role="alert" className="text-error">
            The tokens cannot be listed: {answer.error.message}
          </p>
          <Button size="small" onClick={() => void answer.refetch()}>
            Ask again
          </Button>
        </div>
      ) : null}
      <TokenForm action="Make a token" busy={making.isPending} onMake={make} />
      <Problem error={making.error} />
    </section>
  );
}
