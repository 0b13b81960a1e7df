'use client';

import { useState } from 'react';
import { DataTable } from '@/components/forms';
import { visibleLine } from '@/components/text';
import { dayOf, minuteTime, useZone } from '@/components/time';
import { Button } from '@/components/ui';
import type { TokenAnswer } from '@/lib/interface';
import { RevokeToken } from './revoke-token';

interface TokenTableProps {
  tokens: readonly TokenAnswer[];
  /** Whether it is said what each may. */
  scopes?: boolean;
}

/** Tokens with who made them, when they were used, and the way to end them. */
export function TokenTable({ tokens, scopes = false }: TokenTableProps) {
  const [revoked, setRevoked] = useState<TokenAnswer | null>(null);
  const heads = ['Name', ...(scopes ? ['May'] : []), 'Begins with', 'Made by', 'Made', 'Last used', 'Expires', ''];
  return (
    <>
      <DataTable label="Tokens" heads={heads}>
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} scopes={scopes} onRevoke={() => setRevoked(token)} />
        ))}
      </DataTable>
      <RevokeToken token={revoked} onClose={() => setRevoked(null)} />
    </>
  );
}

interface TokenRowProps {
  token: TokenAnswer;
  scopes: boolean;
  onRevoke: () => void;
}

function TokenRow({ token, scopes, onRevoke }: TokenRowProps) {
  const [zone] = useZone();
  const name = visibleLine(token.name);
  const maker = visibleLine(token.createdBy);
  return (
    <tr>
      <th scope="row" className="max-w-[180px] truncate text-left font-medium" title={name}>
        {name}
      </th>
      {scopes ? <td className="whitespace-nowrap text-dim">{token.scope === 'read' ? 'read' : 'push'}</td> : null}
      <td className="whitespace-nowrap font-mono text-xs text-dim">{token.secretStart}…</td>
      <td className="max-w-[150px] truncate text-dim max-xl:max-w-[110px]" title={maker}>
        {maker}
      </td>
      <td className="whitespace-nowrap text-dim" title={minuteTime(token.createdAt, zone)}>
        {dayOf(token.createdAt, zone, true)}
      </td>
      <td className="whitespace-nowrap text-dim">
        {token.lastUsedAt === null ? 'never' : minuteTime(token.lastUsedAt, zone)}
      </td>
      <Expiry token={token} zone={zone} />
      <td className="text-right">
        <Button size="small" look="danger" aria-label={`Revoke ${name}`} onClick={onRevoke}>
          Revoke
        </Button>
      </td>
    </tr>
  );
}

function Expiry({ token: { expiresAt }, zone }: { token: TokenAnswer; zone: Parameters<typeof minuteTime>[1] }) {
  const isOver = expiresAt !== null && Date.parse(expiresAt) < Date.now();
  return (
    <td
      className={isOver ? 'whitespace-nowrap text-warn' : 'whitespace-nowrap text-dim'}
      title={expiresAt === null ? undefined : minuteTime(expiresAt, zone)}
    >
      {expiresAt === null ? 'never' : isOver ? 'has expired' : dayOf(expiresAt, zone, true)}
    </td>
  );
}
