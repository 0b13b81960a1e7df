'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useMay } from '@/components/access';
import { fetchAnswer } from '@/components/interface';
import { exploreLink } from '@/components/links';
import { SourceRetention } from '@/components/retention';
import { SampleGuide } from '@/components/sample';
import { StreamSection, StreamSenders } from '@/components/streams';
import { visibleLine } from '@/components/text';
import { AwaitedPage, Button, classNames, linkButton } from '@/components/ui';
import { cancelReading, describeSource, isBusy, ProgressBar } from '@/components/upload';
import { SAMPLE_SOURCE_ID, type SourceSummary, sourceSummary } from '@/lib/interface';
import { DeleteSource } from './delete-source';
import { FileTable } from './file-table';
import { FormatNames } from './format-names';
import { SourceCorrections } from './source-corrections';
import { SourceFacts } from './source-facts';
import { StreamCorrections } from './stream-corrections';
import { UploadPreview } from './upload-preview';
import { useFilesTotal } from './use-files';

interface SourcePageProps {
  id: string;
  /** The names of all formats. */
  formats: readonly string[];
}

/** `/sources/:id`: one source and what became of each of its files. */
export function SourcePage({ id, formats }: SourcePageProps) {
  const answer = useQuery({
    queryKey: ['source', id],
    queryFn: ({ signal }) =>
      fetchAnswer(sourceSummary, `/api/sources/${encodeURIComponent(id)}`, { files: '0' }, { signal }),
    staleTime: 0,
    refetchInterval: (query) => (query.state.data !== undefined && isBusy(query.state.data) ? 1000 : false),
  });
  useRenewal(answer.data);
  if (answer.data !== undefined) {
    return (
      <FormatNames value={formats}>
        <Loaded source={answer.data} />
      </FormatNames>
    );
  }
  return (
    <AwaitedPage
      error={answer.error}
      title="This source cannot be shown"
      back={{ href: '/sources', label: 'All sources' }}
    />
  );
}

/** When reading ends, what other pages remember of the events is out of date. */
function useRenewal(source: SourceSummary | undefined): void {
  const client = useQueryClient();
  const busy = source !== undefined && isBusy(source);
  const before = useRef(busy);
  useEffect(() => {
    if (before.current && !busy)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'source' });
    before.current = busy;
  }, [busy, client]);
}

function Loaded({ source }: { source: SourceSummary }) {
  const router = useRouter();
  const [deleting, setDeleting] = useState(false);
  const mayChange = useMay('administer');
  const total = useFilesTotal(source);
  const name = visibleLine(source.name);
  return (
    <div className="mx-auto flex h-full min-h-[620px] max-w-[1500px] flex-col gap-4 px-4 pt-4">
      <header className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1">
          <p className="text-xs text-faint">
            <Link href="/sources" className="hover:text-text hover:underline">
              Sources
            </Link>
          </p>
          <h1 className="truncate text-lg font-semibold" title={name}>
            {name}
          </h1>
        </div>
        <div className="flex gap-2">
          {mayChange ? (
            <Button look="danger" onClick={() => setDeleting(true)}>
              <Trash2 size={15} strokeWidth={1.7} aria-hidden />
              Delete
            </Button>
          ) : null}
          {source.events === 0 ? null : (
            <Link href={exploreLink({ source: source.id })} className={linkButton('primary')}>
              Explore
            </Link>
          )}
        </div>
      </header>
      <Going source={source} />
      {source.id === SAMPLE_SOURCE_ID && source.state !== 'failed' ? (
        <SampleGuide ready={source.state === 'ready'} />
      ) : null}
      {source.kind === 'stream' ? <StreamSection id={source.id} /> : null}
      <SourceFacts source={source} total={total} />
      {source.kind === 'stream' ? <StreamSenders id={source.id} /> : null}
      {source.state === 'receiving' || (source.events === 0 && !isBusy(source)) ? null : (
        <CorrectionsOf source={source} total={total} />
      )}
      {source.state === 'receiving' ? null : <SourceRetention source={source} />}
      {source.state === 'reading' ? <UploadPreview source={source} /> : null}
      {source.fileCount > 0 || isBusy(source) ? <FileTable source={source} total={total} /> : null}
      <DeleteSource
        source={deleting ? source : null}
        onClose={(deleted) => {
          setDeleting(false);
          if (deleted) router.push('/sources');
        }}
      />
    </div>
  );
}

function CorrectionsOf({ source, total }: Parameters<typeof SourceCorrections>[0]) {
  if (source.kind === 'stream') return <StreamCorrections source={source} />;
  return <SourceCorrections source={source} total={total} />;
}

/** What goes on with it, or what a person should know; nothing of a source that is simply ready. */
function Going({ source }: { source: SourceSummary }) {
  const client = useQueryClient();
  const mayStop = useMay('administer');
  if (!isBusy(source)) {
    const failed = source.state === 'failed';
    const told = source.error ?? source.note ?? (failed ? 'It could not be read. The files below say why.' : null);
    if (told === null) return null;
    return (
      <p
        role="status"
        className={classNames(
          'rounded-lg border px-3 py-2 [overflow-wrap:anywhere]',
          failed ? 'border-error/50 bg-error-soft text-error' : 'border-line bg-warn-soft text-warn',
        )}
      >
        {visibleLine(told)}
      </p>
    );
  }
  const view = describeSource(source);
  return (
    <section aria-label="Progress" className="rounded-lg border border-line bg-panel px-4 py-3">
      <div className="mb-2 flex items-center gap-3">
        <p className="min-w-0 flex-1 truncate">
          {view.phase} <span className="text-dim">{view.detail}</span>
        </p>
        {!mayStop ? null : source.state === 'reading' ? (
          <Button size="small" onClick={() => void cancelReading(source.id, client)}>
            Stop reading
          </Button>
        ) : source.id === SAMPLE_SOURCE_ID ? null : (
          <p className="text-xs text-faint">If it was interrupted, drop the same file or folder again: it goes on.</p>
        )}
      </div>
      <ProgressBar label={view.phase} share={view.share} tone={view.tone} />
    </section>
  );
}
