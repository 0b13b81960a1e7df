'use client';

import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useMay } from '@/components/access';
import { SampleOffer } from '@/components/sample';
import { AddStreamLink, StreamList } from '@/components/streams';
import { formatBytes, formatCount, visibleLine } from '@/components/text';
import { minuteTime, rangeLabel, useZone } from '@/components/time';
import { classNames, EmptyState, IconButton } from '@/components/ui';
import { FileChoosers, isBusy, sourcesQuery } from '@/components/upload';
import type { SourceSummary } from '@/lib/interface';
import { DeleteSource } from './delete-source';
import { SourceState } from './source-state';

/** `/sources`: everything that was added. */
export function SourceList() {
  const answer = useQuery({
    ...sourcesQuery,
    refetchInterval: (query) => (query.state.data?.sources.some(isBusy) === true ? 1000 : false),
  });
  const [deleting, setDeleting] = useState<SourceSummary | null>(null);
  const mayAdd = useMay('administer');
  // Streams have a table of their own.
  const sources = answer.data?.sources.filter(({ kind }) => kind === 'upload');
  return (
    <div className="mx-auto max-w-[1500px] px-4 pt-4 pb-10">
      <header className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1">
          <h1 className="text-lg font-semibold">Sources</h1>
          <p className="text-dim">What was uploaded or sent.{mayAdd ? ' Drop more anywhere on the page.' : ''}</p>
        </div>
        {mayAdd ? <AddStreamLink /> : null}
        <FileChoosers />
      </header>
      <StreamList />
      {answer.isError && sources === undefined ? (
        <EmptyState title="The sources cannot be listed" tone="error">
          {answer.error.message}
        </EmptyState>
      ) : null}
      {answer.data?.sources.length === 0 ? (
        <EmptyState title="Nothing has been added yet">
          {mayAdd
            ? 'Drop a folder or an archive of logs on this page, choose one with the buttons above, or let a shipper send.'
            : 'An administrator adds logs.'}
        </EmptyState>
      ) : null}
      {sources === undefined || sources.length === 0 ? null : (
        <SourceTable sources={newestFirst(sources)} onDelete={setDeleting} />
      )}
      {sources === undefined ? null : <SampleOffer sources={sources} className="mt-6" />}
      <DeleteSource source={deleting} onClose={() => setDeleting(null)} />
    </div>
  );
}

interface SourceTableProps {
  sources: readonly SourceSummary[];
  onDelete: (source: SourceSummary) => void;
}

const NUMBER = 'px-2 text-right font-normal';

function SourceTable({ sources, onDelete }: SourceTableProps) {
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-panel">
      <table className="w-full min-w-[880px] table-fixed border-collapse">
        <thead className="text-2xs text-faint">
          <tr className="h-8 border-b border-line">
            <th className="pr-2 pl-4 text-left font-normal">Name</th>
            <th className="w-[136px] px-2 text-left font-normal">State</th>
            <th className={classNames(NUMBER, 'w-[60px]')}>Files</th>
            <th className={classNames(NUMBER, 'w-[84px] xl:w-[92px]')}>Events</th>
            <th className={classNames(NUMBER, 'w-[84px] xl:w-[92px]')}>Lines</th>
            <th className={classNames(NUMBER, 'w-[76px]')}>Unparsed</th>
            <th className={classNames(NUMBER, 'w-[76px]')}>Size</th>
            <th className="w-[230px] px-2 text-left font-normal max-xl:hidden">First to last</th>
            <th className="w-[156px] px-2 text-left font-normal">Added</th>
            <th className="w-11">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <SourceRow key={source.id} source={source} onDelete={onDelete} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SourceRow({ source, onDelete }: { source: SourceSummary; onDelete: (source: SourceSummary) => void }) {
  const [zone] = useZone();
  const mayDelete = useMay('administer');
  const name = visibleLine(source.name);
  const span = rangeLabel(source.from, source.to, zone, new Date().getFullYear());
  return (
    <tr className="h-9 border-b border-line last:border-0 hover:bg-hover">
      <th scope="row" className="truncate pr-2 pl-4 text-left font-medium" title={name}>
        <Link href={`/sources/${encodeURIComponent(source.id)}`} className="rounded hover:underline">
          {name}
        </Link>
      </th>
      <td className="px-2">
        <SourceState source={source} />
      </td>
      <td className={classNames(NUMBER, 'text-dim')}>{formatCount(source.fileCount)}</td>
      <td className={NUMBER}>{formatCount(source.events)}</td>
      <td className={classNames(NUMBER, 'text-dim')}>{formatCount(source.lines)}</td>
      <td className={classNames(NUMBER, source.unparsed > 0 ? 'text-warn' : 'text-dim')}>
        {formatCount(source.unparsed)}
      </td>
      <td className={classNames(NUMBER, 'text-dim')}>{formatBytes(source.bytes)}</td>
      <td className="truncate px-2 text-xs text-dim max-xl:hidden">
        {source.from === null && source.to === null ? '–' : span.text}
        {source.from === null && source.to === null ? null : <span className="text-faint"> {span.zone}</span>}
      </td>
      <td className="truncate px-2 text-xs text-dim">{minuteTime(source.createdAt, zone)}</td>
      <td className="pr-2">
        {mayDelete ? (
          <IconButton label={`Delete ${name}`} size="small" onClick={() => onDelete(source)}>
            <Trash2 size={15} strokeWidth={1.7} aria-hidden />
          </IconButton>
        ) : null}
      </td>
    </tr>
  );
}

function newestFirst(sources: readonly SourceSummary[]): readonly SourceSummary[] {
  return [...sources].sort((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt));
}
