'use client';

import { useMay } from '@/components/access';
import { classNames } from '@/components/ui';
import { SAMPLE_SOURCE_ID, type SourceSummary } from '@/lib/interface';
import { LoadSample } from './load-sample';

interface SampleOfferProps {
  sources: readonly SourceSummary[];
  className?: string;
}

/** What the sample is, and the button that loads it; for those who may, as long as it is not there. */
export function SampleOffer({ sources, className }: SampleOfferProps) {
  const mayLoad = useMay('administer');
  const isThere = sources.some(({ id, state }) => id === SAMPLE_SOURCE_ID && state !== 'failed');
  if (isThere || !mayLoad) return null;
  return (
    <section
      aria-label="Sample incident"
      className={classNames(
        'flex flex-wrap items-center gap-x-6 gap-y-3 rounded-lg border border-line bg-panel px-4 py-3',
        className,
      )}
    >
      <div className="min-w-[280px] flex-1">
        <h2 className="font-semibold">No logs at hand?</h2>
        <p className="mt-0.5 max-w-[76ch] text-dim">
          The sample incident is a made-up week of a small cluster, about 280,000 events in all five lanes. Six days are
          everyday work. On the seventh somebody breaks in.
        </p>
      </div>
      <LoadSample />
    </section>
  );
}
