import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { Explorer } from '@/components/explorer';

/** The explorer lives in the layout, so that it stays while the page beneath changes from one type to another. */
export default async function ExploreLayout({ children }: { children: ReactNode }) {
  await connection();
  return (
    <>
      <Explorer />
      {children}
    </>
  );
}
