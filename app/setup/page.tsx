import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { GateCard, SetupForm } from '@/components/accounts';
import { administratorExists, readLink } from '@/lib/auth';
import { NotFound } from '@/lib/errors';
import { admit } from '../admit';

export const metadata: Metadata = { title: 'Set up' };

export default async function SetupPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { accounts } = await admit('GET /setup');
  if (!accounts) redirect('/');
  const { token } = await searchParams;
  if (token === undefined && (await administratorExists())) redirect('/login');
  const link = typeof token === 'string' ? await read(token) : null;
  if (link !== null) return <SetupForm {...link} />;
  return (
    <GateCard title={token === undefined ? 'Not set up yet' : 'This link does not work'}>
      <p className="text-dim">
        {token === undefined
          ? 'Open the link that Trackway printed in its terminal when it started. Start it again for a new one.'
          : 'It was used, has expired, or is not whole. An administrator can make a new one; if there is none yet, start Trackway again and open the link that it prints.'}
      </p>
    </GateCard>
  );
}

/** What the form needs of a link; null for one that is not good. */
async function read(token: string) {
  try {
    const { person } = await readLink(token);
    return { token, person: person && { name: person.name, email: person.email } };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
