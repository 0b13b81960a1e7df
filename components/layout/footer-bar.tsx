'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { formatCounted } from '@/components/text';
import { Kbd } from '@/components/ui';
import { isBusy, sourcesQuery } from '@/components/upload';
import type { SourceSummary } from '@/lib/interface';

/** What is loaded, and the keys that matter on this page. */
export function FooterBar() {
  const sources = useQuery({
    ...sourcesQuery,
    refetchInterval: (query) => (query.state.data?.sources.some(isBusy) === true ? 2000 : false),
  });
  const exploring = usePathname().startsWith('/explore');
  return (
    <footer className="flex items-center gap-4 overflow-hidden whitespace-nowrap border-t border-line px-4 text-2xs text-faint">
      {sources.isError ? <span className="text-error">{sources.error.message}</span> : null}
      {sources.data === undefined ? null : <Loaded sources={sources.data.sources} />}
      <span className="flex-1" />
      {exploring ? <ExplorerKeys /> : null}
    </footer>
  );
}

function Loaded({ sources }: { sources: readonly SourceSummary[] }) {
  const sum = (value: (source: SourceSummary) => number) => sources.reduce((total, source) => total + value(source), 0);
  const busy = sources.filter(isBusy);
  const first = sources[0];
  if (first === undefined) return <span>No logs yet</span>;
  return (
    <>
      <Link href="/sources" className="max-w-72 truncate text-dim hover:text-text">
        {sources.length === 1 ? first.name : `${sources.length} sources`}
      </Link>
      <span>
        {formatCounted(
          sum((source) => source.fileCount),
          'file',
        )}
      </span>
      <span>
        {formatCounted(
          sum((source) => source.events),
          'event',
        )}
      </span>
      <span className="max-md:hidden">
        {formatCounted(
          sum((source) => source.lines),
          'line',
        )}
      </span>
      {busy.length === 0 ? null : (
        <Link href="/sources" className="text-accent hover:underline">
          reading {busy.length === 1 ? busy[0]?.name : `${busy.length} sources`} ·{' '}
          {Math.floor((busy.reduce((total, source) => total + source.progress, 0) / busy.length) * 100)}%
        </Link>
      )}
    </>
  );
}

function ExplorerKeys() {
  return (
    <span className="flex items-center gap-4 max-lg:hidden" aria-hidden>
      <span>
        <Kbd>j</Kbd> <Kbd>k</Kbd> move
      </span>
      <span>
        <Kbd>/</Kbd> search
      </span>
      <span>
        <Kbd>?</Kbd> all keys
      </span>
    </span>
  );
}
