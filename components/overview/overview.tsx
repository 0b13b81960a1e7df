'use client';

import { useQuery } from '@tanstack/react-query';
import { formatCounted } from '@/components/text';
import { rangeLabel, useZone } from '@/components/time';
import { EmptyState } from '@/components/ui';
import { FileChoosers, sourcesQuery } from '@/components/upload';
import type { OverviewAnswer } from '@/lib/interface';
import { LaneTable } from './lane-table';
import { LatestSources } from './latest-sources';
import { useOverview } from './overview-queries';
import { StandsOut } from './stands-out';
import { Welcome } from './welcome';
import { WorstFindings } from './worst-findings';
import { WorstStories } from './worst-stories';

/** `/`: a welcome while there is nothing, else what there is and what stands out. */
export function Overview() {
  const overview = useOverview();
  const sources = useQuery(sourcesQuery);
  const error = overview.error ?? sources.error;
  if (overview.data === undefined || sources.data === undefined) {
    if (error === null) return <div className="relative h-full">{<span className="progress-line" />}</div>;
    return (
      <EmptyState title="The overview cannot be shown" tone="error">
        {error.message}
      </EmptyState>
    );
  }
  if (overview.data.events === 0) return <Welcome sources={sources.data.sources} />;
  return (
    <div className="mx-auto grid max-w-[1500px] gap-6 px-4 pt-4 pb-10">
      <Header overview={overview.data} />
      <LaneTable overview={overview.data} />
      <WorstStories />
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2 2xl:grid-cols-3">
        <WorstFindings />
        <StandsOut overview={overview.data} />
        <LatestSources sources={sources.data.sources} />
      </div>
    </div>
  );
}

function Header({ overview }: { overview: OverviewAnswer }) {
  const [zone] = useZone();
  const span = wholeSpan(overview);
  const label = rangeLabel(span.from, span.to, zone, new Date().getFullYear());
  return (
    <header className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1">
        <h1 className="text-lg font-semibold">{formatCounted(overview.events, 'event')}</h1>
        <p className="text-dim">
          from {formatCounted(overview.sources, 'source')}
          {span.from === null ? null : (
            <>
              , {label.text} <span className="text-faint">{label.zone}</span>
            </>
          )}
        </p>
      </div>
      <FileChoosers />
    </header>
  );
}

function wholeSpan({ types }: OverviewAnswer): { from: string | null; to: string | null } {
  const from = types.flatMap((type) => type.from ?? []).sort((one, other) => Date.parse(one) - Date.parse(other));
  const to = types.flatMap((type) => type.to ?? []).sort((one, other) => Date.parse(one) - Date.parse(other));
  return { from: from[0] ?? null, to: to.at(-1) ?? null };
}
