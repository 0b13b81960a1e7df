'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { fetchAnswer } from '@/components/interface';
import { exploreLink } from '@/components/links';
import { formatCount, visibleLine } from '@/components/text';
import { clockTime, useZone } from '@/components/time';
import { SAMPLE_SOURCE_ID, type SampleAnswer, sampleAnswer } from '@/lib/interface';

/** The steps of the attack in order, each with what shows it: a link to exactly those events. */
export function SampleAnswers() {
  const answer = useQuery({
    queryKey: ['sample'],
    queryFn: ({ signal }) => fetchAnswer(sampleAnswer, '/api/sample', {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (answer.isError) return <p className="text-error">{answer.error.message}</p>;
  if (answer.data === undefined) return <span className="progress-line" />;
  return (
    <ol aria-label="Steps of the attack" className="grid gap-x-8 gap-y-3 border-t border-line pt-3 lg:grid-cols-2">
      {answer.data.steps.map((step) => (
        <Step key={step.name} step={step} />
      ))}
    </ol>
  );
}

function Step({ step }: { step: SampleAnswer['steps'][number] }) {
  const [zone] = useZone();
  return (
    <li className="grid grid-cols-[64px_1fr] gap-x-3">
      <time dateTime={step.from} className="text-xs leading-5 text-dim tabular-nums">
        {clockTime(step.from, zone).slice(0, 8)}
      </time>
      <div className="min-w-0">
        <p className="font-medium">{step.title}</p>
        <p className="text-xs text-dim">{step.techniques.join(' · ')}</p>
        <ul className="mt-0.5">
          {step.evidence.map(({ shows, query, count }) => (
            <li key={query} className="flex min-w-0 items-baseline gap-2">
              <Link
                href={exploreLink({ q: query, source: SAMPLE_SOURCE_ID, from: step.from, to: step.to })}
                title={visibleLine(query)}
                className="min-w-0 truncate rounded text-accent hover:underline"
              >
                {shows}
              </Link>
              <span className="shrink-0 text-xs text-dim tabular-nums">{formatCount(count)}</span>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
