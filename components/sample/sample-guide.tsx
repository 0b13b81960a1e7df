'use client';

import Link from 'next/link';
import { useState } from 'react';
import { exploreLink } from '@/components/links';
import { Button, linkButton } from '@/components/ui';
import { SAMPLE_LAST_DAY, SAMPLE_SOURCE_ID } from '@/lib/interface';
import { SampleAnswers } from './sample-answers';

/** Where a person looks first, in the words of the query language. */
const BEGINNINGS = [
  { title: 'Who was refused what on Sunday', type: 'audit', q: 'status:403' },
  { title: 'What Falco noticed', type: 'node', q: 'format:falco' },
  { title: 'Requests that ended in an error', type: 'network', q: 'format:access-log status>=500' },
] as const;

/** On the page of the sample's source: what it is, where to begin, and the answers for whoever wants them. */
export function SampleGuide({ ready }: { ready: boolean }) {
  const [shown, setShown] = useState(false);
  return (
    <section aria-label="About the sample" className="grid gap-3 rounded-lg border border-line bg-panel px-4 py-3">
      <div>
        <h2 className="font-semibold">A made-up week, and a break-in</h2>
        <p className="mt-0.5 max-w-[100ch] text-dim">
          From Monday, 2 June 2025 to Sunday: a web shop on five nodes with its deployments, jobs, backups and people.
          Nobody in it is real. Monday to Saturday are quiet, though not everything that looks odd there is an attack.
          On Sunday somebody comes in through a service that faces the internet, and goes far.
        </p>
      </div>
      {ready ? (
        <>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Link
              href={exploreLink({ source: SAMPLE_SOURCE_ID, ...SAMPLE_LAST_DAY })}
              className={linkButton('primary')}
            >
              Begin with Sunday
            </Link>
            {BEGINNINGS.map(({ title, type, q }) => (
              <Link
                key={q}
                href={exploreLink({ type, q, source: SAMPLE_SOURCE_ID, ...SAMPLE_LAST_DAY })}
                className="rounded text-accent hover:underline"
              >
                {title}
              </Link>
            ))}
            <Button className="ml-auto" aria-expanded={shown} onClick={() => setShown(!shown)}>
              {shown ? 'Hide the answers' : 'Show the answers'}
            </Button>
          </div>
          {shown ? <SampleAnswers /> : null}
        </>
      ) : (
        <p className="text-dim">It is being made and read; that takes less than a minute as a rule.</p>
      )}
    </section>
  );
}
