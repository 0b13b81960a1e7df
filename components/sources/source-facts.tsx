'use client';

import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatBytes, formatCount, formatCounted } from '@/components/text';
import { minuteTime, rangeLabel, useZone } from '@/components/time';
import { isBusy } from '@/components/upload';
import type { FilesTotal, SourceSummary } from '@/lib/interface';

interface SourceFactsProps {
  source: SourceSummary;
  /** What its files add up to; undefined until it is known. */
  total: FilesTotal | undefined;
}

/** A source in figures. */
export function SourceFacts({ source, total }: SourceFactsProps) {
  const [zone] = useZone();
  const span = rangeLabel(source.from, source.to, zone, new Date().getFullYear());
  return (
    <section aria-label="Totals" className="grid gap-3">
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <Fact label="Files">{formatCount(source.fileCount)}</Fact>
        <Fact label="Events">{formatCount(source.events)}</Fact>
        <Fact label="Unparsed lines">
          <span className={source.unparsed > 0 ? 'text-warn' : undefined}>{formatCount(source.unparsed)}</span>
        </Fact>
        <Fact label="Size">{formatBytes(source.bytes)}</Fact>
        {source.from === null ? null : (
          <Fact label="First to last">
            {span.text} <span className="text-faint">{span.zone}</span>
          </Fact>
        )}
        <Fact label="Added">{minuteTime(source.createdAt, zone)}</Fact>
        {source.sha256 === null ? null : (
          <Fact label="SHA-256">
            <span
              className="block max-w-[220px] truncate font-mono text-xs leading-[19px] hover:max-w-none"
              title={source.sha256}
            >
              {source.sha256}
            </span>
          </Fact>
        )}
      </dl>
      <Lines source={source} total={total} />
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-2xs text-faint">{label}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}

/** The promise that nothing is lost. */
function Lines({ source, total }: SourceFactsProps) {
  // A stream goes on between the two answers.
  if (source.kind === 'stream' || isBusy(source) || source.lines === 0 || total === undefined) return null;
  const read = total.linesRead;
  const same = read === source.lines;
  const Icon = same ? CircleCheck : TriangleAlert;
  return (
    <p className={`flex items-center gap-2 ${same ? 'text-dim' : 'text-warn'}`}>
      <Icon size={15} className={same ? 'text-ok' : undefined} aria-hidden />
      {formatCounted(read, 'line')} read, {formatCounted(source.lines, 'line')} stored
      {same ? ` in ${formatCounted(source.events, 'event')}.` : ': they differ. The files below say where.'}
    </p>
  );
}
