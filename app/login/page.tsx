import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { LoginForm } from '@/components/accounts';
import { administratorExists, singleSignOnName } from '@/lib/auth';
import { admit } from '../admit';
import { pathOfOurs } from './path-of-ours';

export const metadata: Metadata = { title: 'Sign in' };

interface LoginPageProps {
  searchParams: Promise<{ to?: string | string[]; error?: string | string[] }>;
}

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const { may } = await admit('GET /login');
  const { to, error } = await searchParams;
  const path = pathOfOurs(to);
  if (may.includes('read')) redirect(path);
  if (!(await administratorExists())) redirect('/setup');
  return <LoginForm to={path} singleSignOn={singleSignOnName()} problem={error === undefined ? null : NOT_ADMITTED} />;
}

/** The codes that come back are for programs, and what is in the address anybody may have written there. */
const NOT_ADMITTED =
  'single sign-on did not let you in. If you have a password here, use it: an address belongs to one way of signing in.';
