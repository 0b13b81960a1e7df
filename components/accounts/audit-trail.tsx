'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { DataTable, Problem, Section } from '@/components/forms';
import { fetchAnswer } from '@/components/interface';
import { visibleLine } from '@/components/text';
import { fullTime, useZone } from '@/components/time';
import { Button, classNames } from '@/components/ui';
import { type AuditAnswer, auditAnswer } from '@/lib/interface';

/** Who did what; for administrators. */
export function AuditTrail() {
  const answer = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ signal, pageParam }) => fetchAnswer(auditAnswer, '/api/audit', { before: pageParam }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  return (
    <Section
      title="Audit trail"
      about="Who uploaded, deleted, exported, corrected, signed in and changed who may. Nothing in it is ever changed."
      action={
        <Button size="small" onClick={() => void answer.refetch()}>
          Ask again
        </Button>
      }
    >
      <DataTable label="Audit trail" heads={['Time', 'Who', 'From', 'Did', 'To what', 'Outcome']}>
        {answer.data?.pages.flatMap(({ entries }) => entries.map((entry) => <Entry key={entry.id} entry={entry} />))}
      </DataTable>
      <Problem error={answer.error} />
      {answer.hasNextPage ? (
        <Button className="justify-self-center" size="small" onClick={() => void answer.fetchNextPage()}>
          Earlier
        </Button>
      ) : null}
    </Section>
  );
}

function Entry({ entry }: { entry: AuditAnswer['entries'][number] }) {
  const [zone] = useZone();
  const to = visibleLine(entry.subject ?? entry.path);
  return (
    <tr>
      <td className="whitespace-nowrap font-mono text-xs text-dim">{fullTime(entry.time, zone)}</td>
      <td className="max-w-[240px] truncate">{visibleLine(entry.actor)}</td>
      <td className="text-dim">{visibleLine(entry.address ?? '–')}</td>
      <td>{entry.action}</td>
      <td className="max-w-[380px] truncate text-dim" title={visibleLine(entry.path)}>
        {to}
      </td>
      <td className={classNames(entry.outcome === 'done' ? 'text-dim' : 'text-warn')}>{entry.outcome}</td>
    </tr>
  );
}
