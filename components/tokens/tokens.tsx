'use client';

import { Problem, SecretShown, Section } from '@/components/forms';
import { visibleLine } from '@/components/text';
import { TokenForm } from './token-form';
import { TokenTable } from './token-table';
import { useMakeToken, useTokens } from './use-tokens';

/** The tokens of programs; for administrators. Those that write to a stream are made on its page. */
export function Tokens() {
  const answer = useTokens();
  const making = useMakeToken();
  const tokens = answer.data?.tokens ?? [];
  return (
    <Section
      title="Tokens"
      about="For programs that read here: send one as “Authorization: Bearer …”. Those that push have theirs from the page of their stream."
    >
      {making.data === undefined ? null : (
        <SecretShown label={`The token ${visibleLine(making.data.name)}.`} text={making.data.secret} />
      )}
      {tokens.length === 0 ? null : <TokenTable tokens={tokens} scopes />}
      <Problem error={answer.error ?? making.error} />
      <TokenForm
        action="Make a token to read"
        busy={making.isPending}
        onMake={(token) => making.mutateAsync({ ...token, scope: 'read' })}
      />
    </Section>
  );
}
