'use client';

import { useRouter } from 'next/navigation';
import { useQueryStates } from 'nuqs';

const NO_PARAMETERS = {};

/**
 * Goes to another page of Trackway once what was changed in the address of this one is written. An address that is written while
 * the next page is under way calls that off, so that of two keys in a row the second would do nothing.
 */
export function useLeave(): (href: string) => void {
  const router = useRouter();
  // Without a change it only tells when those that wait are written, or given up.
  const [, write] = useQueryStates(NO_PARAMETERS);
  return (href) => void write({}).then(() => router.push(href));
}
