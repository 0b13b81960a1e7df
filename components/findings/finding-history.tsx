'use client';

import { visibleLine } from '@/components/text';
import { minuteTime, type Zone } from '@/components/time';
import { useFindingHistory, VerdictMark } from '@/components/triage';
import type { FindingHistoryAnswer } from '@/lib/interface';

/** All that was said of a finding, the latest first, with who and when. */
export function FindingHistory({ id, zone }: { id: string; zone: Zone }) {
  const history = useFindingHistory(id);
  if (history.isError) return <p className="mt-2 text-xs text-error">Its history: {history.error.message}</p>;
  const changes = history.data?.changes ?? [];
  if (changes.length === 0) return null;
  return (
    <ol aria-label="History" className="mt-2 grid gap-1.5 border-l pl-3 text-xs">
      {changes.map((change) => (
        <li key={`${change.at} ${change.verdict} ${change.note}`}>
          <p className="flex flex-wrap items-center gap-x-2 text-faint">
            <VerdictMark verdict={change.verdict} />
            {visibleLine(change.by)}, {minuteTime(change.at, zone)}
          </p>
          <Note change={change} />
        </li>
      ))}
    </ol>
  );
}

function Note({ change: { note } }: { change: FindingHistoryAnswer['changes'][number] }) {
  if (note === '') return null;
  return <p className="line-clamp-4 text-dim [overflow-wrap:anywhere]">{visibleLine(note)}</p>;
}
