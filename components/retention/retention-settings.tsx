'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { DataTable, Problem, Section } from '@/components/forms';
import { fetchAnswer } from '@/components/interface';
import { formatBytes, visibleLine } from '@/components/text';
import { minuteTime, useZone } from '@/components/time';
import { type RetentionAnswer, retentionAnswer } from '@/lib/interface';
import { keptFor } from './kept-for';
import { RuleForm } from './rule-form';

/** How often it is asked whether a change was carried out. */
const PENDING_MS = 2000;

/** How long logs are kept; for administrators. */
export function RetentionSettings() {
  const answer = useQuery({
    queryKey: ['retention'],
    queryFn: ({ signal }) => fetchAnswer(retentionAnswer, '/api/retention', {}, { signal }),
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.pending === true ? PENDING_MS : false),
  });
  return (
    <Section
      title="Retention"
      about="How long logs are kept. What is older goes by itself: an upload as a whole, a stream piece by piece."
    >
      <Problem error={answer.error} />
      {answer.data === undefined ? null : (
        <>
          <RuleForm key={JSON.stringify(ruleKey(answer.data))} retention={answer.data} />
          <Progress retention={answer.data} />
          <OwnWords sources={answer.data.sources} />
        </>
      )}
    </Section>
  );
}

/** A rule that somebody else changed is shown anew. */
function ruleKey({ keepDays, countsFrom, sizeMax }: RetentionAnswer) {
  return [keepDays, countsFrom, sizeMax];
}

function Progress({ retention: { bytes, sizeMax, pending, sweptAt } }: { retention: RetentionAnswer }) {
  const [zone] = useZone();
  const above = !pending && sizeMax !== null && bytes > sizeMax;
  return (
    <div className="grid gap-1 text-xs text-dim">
      <p role="status">
        {pending
          ? 'It is being carried out; uploads that wait come first.'
          : `All that was due had gone${at(sweptAt)}.`}{' '}
        There are {formatBytes(bytes)} of log text now.
      </p>
      {above ? (
        <p className="text-warn">
          That is above the limit: what is left is kept for ever by its own word, still grows, or is being read.
        </p>
      ) : null}
    </div>
  );

  function at(time: string | null): string {
    return time === null ? '' : ` at ${minuteTime(time, zone)}`;
  }
}

function OwnWords({ sources }: Pick<RetentionAnswer, 'sources'>) {
  if (sources.length === 0) {
    return <p className="text-xs text-faint">Every source follows this. Its page can say otherwise.</p>;
  }
  return (
    <DataTable label="Sources kept otherwise" heads={['Source', 'Kept']}>
      {sources.map(({ id, name, keepDays }) => (
        <tr key={id}>
          <th scope="row" className="max-w-[420px] truncate text-left font-medium">
            <Link href={`/sources/${encodeURIComponent(id)}`} className="rounded hover:underline">
              {visibleLine(name)}
            </Link>
          </th>
          <td className="text-dim">{keptFor(keepDays)}</td>
        </tr>
      ))}
    </DataTable>
  );
}
