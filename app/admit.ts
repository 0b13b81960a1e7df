import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { accessOf, authorize, identify, type OperationName, type Principal } from '@/lib/auth';
import { AppError, Forbidden, SetupNeeded, SignInNeeded } from '@/lib/errors';
import type { Access } from '@/lib/interface';

/** The path of the page with its parameters, as `scripts/web.mjs` says. */
const PATH = 'x-trackway-path';

/** Every page calls this first: shows it to whoever may see it, and sends everybody else to where they can sign in. */
export async function admit(page: OperationName): Promise<Access> {
  const given = await headers();
  try {
    return accessOf(await authorize(given, page));
  } catch (error) {
    if (error instanceof SetupNeeded) redirect('/setup');
    if (error instanceof SignInNeeded) redirect(`/login?to=${encodeURIComponent(given.get(PATH) ?? '/')}`);
    if (error instanceof Forbidden) notFound();
    throw error;
  }
}

/** Who looks at a page, for the frame around it; nobody where a token is not good. Decides nothing. */
export async function currentAccess(): Promise<Access> {
  const given = await headers();
  const principal = await identify(given).catch((error: unknown): Principal => {
    if (error instanceof AppError) return { kind: 'anonymous' };
    throw error;
  });
  return accessOf(principal);
}
