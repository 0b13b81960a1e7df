'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { fetchAnswer } from '@/components/interface';
import { visibleLine } from '@/components/text';
import { minuteTime, useZone } from '@/components/time';
import { Button } from '@/components/ui';
import { doneAnswer, newTokenAnswer, type TokenAnswer, tokensAnswer } from '@/lib/interface';
import { DataTable } from './data-table';
import { Field } from './field';
import { formValues } from './form-values';
import { Problem } from './problem';
import { SecretShown } from './secret-shown';
import { Section } from './section';
import { send } from './send';

const TOKENS = ['tokens'];

/** The tokens of programs; for administrators. Those that write to a stream are made with the stream. */
export function Tokens() {
  const [zone] = useZone();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const renew = () => client.invalidateQueries({ queryKey: TOKENS });
  const answer = useQuery({
    queryKey: TOKENS,
    queryFn: ({ signal }) => fetchAnswer(tokensAnswer, '/api/tokens', {}, { signal }),
    staleTime: 0,
  });
  const making = useMutation({
    mutationFn: ({ name, days }: Readonly<Record<string, string>>) =>
      send(newTokenAnswer, 'POST', '/api/tokens', { name, scope: 'read', days: days === '' ? null : Number(days) }),
    onSuccess: () => {
      form.current?.reset();
      return renew();
    },
  });
  const revoking = useMutation({
    mutationFn: (id: string) => send(doneAnswer, 'DELETE', `/api/tokens/${encodeURIComponent(id)}`),
    onSettled: renew,
  });
  return (
    <Section title="Tokens" about="For programs that read here: send one as “Authorization: Bearer …”.">
      {making.data === undefined ? null : (
        <SecretShown label={`The token ${visibleLine(making.data.name)}.`} text={making.data.secret} />
      )}
      {answer.data?.tokens.length === 0 ? null : (
        <DataTable label="Tokens" heads={['Name', 'May', 'Begins with', 'Made by', 'Last used', 'Expires', '']}>
          {answer.data?.tokens.map((token) => (
            <tr key={token.id}>
              <th scope="row" className="text-left font-medium">
                {visibleLine(token.name)}
              </th>
              <td>{token.scope === 'read' ? 'read' : 'write to its stream'}</td>
              <td className="font-mono text-xs text-dim">{token.secretStart}…</td>
              <td className="max-w-[220px] truncate text-dim">{visibleLine(token.createdBy)}</td>
              <td className="text-dim">{token.lastUsedAt === null ? 'never' : minuteTime(token.lastUsedAt, zone)}</td>
              <td className="text-dim">{expiry(token, zone)}</td>
              <td className="text-right">
                <Button
                  size="small"
                  look="danger"
                  aria-label={`Revoke ${visibleLine(token.name)}`}
                  disabled={revoking.isPending}
                  onClick={() => revoking.mutate(token.id)}
                >
                  Revoke
                </Button>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      <Problem error={answer.error ?? making.error ?? revoking.error} />
      <form
        ref={form}
        aria-label="Make a token"
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => making.mutate(formValues(event))}
      >
        <Field label="Name of the token" name="name" maxLength={100} required />
        <Field label="Days until it expires" name="days" type="number" min={1} max={3650} placeholder="never" />
        <Button type="submit" disabled={making.isPending}>
          Make a token to read
        </Button>
      </form>
    </Section>
  );
}

function expiry({ expiresAt }: TokenAnswer, zone: Parameters<typeof minuteTime>[1]): string {
  if (expiresAt === null) return 'never';
  return Date.parse(expiresAt) < Date.now() ? 'has expired' : minuteTime(expiresAt, zone);
}
