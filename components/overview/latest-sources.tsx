'use client';

import Link from 'next/link';
import { formatCount, formatCounted, visibleLine } from '@/components/text';
import { minuteTime, useZone } from '@/components/time';
import { isBusy } from '@/components/upload';
import type { SourceSummary } from '@/lib/interface';
import { SectionTitle } from './stands-out';

const SHOWN = 6;

export function LatestSources({ sources }: { sources: readonly SourceSummary[] }) {
  const [zone] = useZone();
  const latest = [...sources]
    .sort((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt))
    .slice(0, SHOWN);
  return (
    <section aria-label="Latest sources" className="min-w-0">
      <SectionTitle title="Latest sources">
        <Link href="/sources" className="text-accent hover:underline">
          All {formatCount(sources.length)}
        </Link>
      </SectionTitle>
      <ul>
        {latest.map((source) => (
          <li key={source.id}>
            <Link
              href={`/sources/${encodeURIComponent(source.id)}`}
              className="-mx-1.5 flex h-7 items-center gap-3 rounded px-1.5 hover:bg-raise"
            >
              <span className="min-w-0 flex-1 truncate">{visibleLine(source.name)}</span>
              <span className={source.state === 'failed' ? 'text-error' : 'text-dim'}>{outcome(source)}</span>
              <span className="w-[150px] shrink-0 text-right text-xs text-faint">
                {minuteTime(source.createdAt, zone)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function outcome(source: SourceSummary): string {
  if (source.state === 'failed') return 'failed';
  if (isBusy(source))
    return source.progress < 1 ? `${source.state} ${Math.floor(source.progress * 100)} %` : source.state;
  return formatCounted(source.events, 'event');
}
