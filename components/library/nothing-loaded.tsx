'use client';

import Link from 'next/link';
import { useMay } from '@/components/access';
import { LoadSample } from '@/components/sample';
import { linkButton } from '@/components/ui';

/** Before anything is loaded: the hunts can be read, and there is something to try them on. */
export function NothingLoaded() {
  const mayLoad = useMay('administer');
  return (
    <section
      aria-label="Nothing is loaded"
      className="mx-4 my-3 flex flex-wrap items-center gap-x-6 gap-y-3 rounded-lg border border-line bg-panel px-4 py-3"
    >
      <div className="min-w-[280px] flex-1">
        <h2 className="font-semibold">No logs are loaded yet, so no hunt can be run</h2>
        <p className="mt-0.5 max-w-[76ch] text-dim">
          {mayLoad
            ? 'Add logs of your own, or load the sample incident: nearly all hunts find a part of its attack.'
            : 'Ask an administrator to add logs.'}
        </p>
      </div>
      {mayLoad ? (
        <div className="flex flex-wrap items-start gap-2">
          <LoadSample />
          <Link href="/sources" className={linkButton()}>
            Add logs
          </Link>
        </div>
      ) : null}
    </section>
  );
}
