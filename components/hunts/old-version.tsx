'use client';

import { useQuery } from '@tanstack/react-query';
import { huntKey, pathOfHunt } from '@/components/collect';
import { fetchAnswer } from '@/components/interface';
import { visibleLine } from '@/components/text';
import { minuteTime, type Zone } from '@/components/time';
import { Button } from '@/components/ui';
import { contentOf } from '@/lib/hunts';
import { type HuntContent, huntAnswer } from '@/lib/interface';
import { HuntBody } from './hunt-body';
import { NotebookProvider, type OpenHunt } from './notebook-context';

interface OldVersionProps {
  slug: string;
  version: number;
  zone: Zone;
  writable: boolean;
  onRestore: (content: HuntContent) => void;
  onLeave: () => void;
}

/** A hunt as it was: to be read, and to be brought back. */
export function OldVersion({ slug, version, zone, writable, onRestore, onLeave }: OldVersionProps) {
  const answer = useQuery({
    queryKey: [...huntKey(slug), 'version', version],
    queryFn: ({ signal }) => fetchAnswer(huntAnswer, `${pathOfHunt(slug)}/history/${version}`, {}, { signal }),
  });
  if (answer.isError) return <p className="px-6 py-4 text-error">{answer.error.message}</p>;
  if (answer.data === undefined) return <p className="px-6 py-4 text-faint">Reading …</p>;
  const old = answer.data;
  const value: OpenHunt = {
    base: old,
    content: contentOf(old),
    evidence: new Map(old.evidence.map((copy) => [copy.event, copy])),
    ...{ zone, writable: false, writer: '' },
    edit: () => undefined,
    announce: () => undefined,
  };
  return (
    <NotebookProvider value={value}>
      <div className="mx-auto grid max-w-[1100px] grid-cols-[minmax(0,1fr)] gap-4 px-6 pt-4 pb-16">
        <div
          role="status"
          className="flex flex-wrap items-center gap-3 rounded-lg border border-accent/50 bg-accent-soft px-3 py-2"
        >
          <span className="min-w-0 flex-1">
            As {visibleLine(old.updatedBy)} left it {minuteTime(old.updatedAt, zone)}. Queries show what they return
            now.
          </span>
          {writable ? (
            <Button size="small" look="primary" onClick={() => onRestore(contentOf(old))}>
              Bring it back
            </Button>
          ) : null}
          <Button size="small" onClick={onLeave}>
            Back to now
          </Button>
        </div>
        <h1 className="text-xl font-semibold [overflow-wrap:anywhere]">{visibleLine(old.title)}</h1>
        <HuntBody conflicts={[]} onSettle={() => undefined} />
      </div>
    </NotebookProvider>
  );
}
