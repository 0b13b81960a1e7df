'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DataTable, Problem, Section, send } from '@/components/forms';
import { fetchAnswer } from '@/components/interface';
import { visibleLine } from '@/components/text';
import { minuteTime, useZone } from '@/components/time';
import { Button } from '@/components/ui';
import { doneAnswer, sessionsAnswer } from '@/lib/interface';

/** Where one is signed in, and the way to end each. */
export function OwnSessions() {
  const [zone] = useZone();
  const client = useQueryClient();
  const answer = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => fetchAnswer(sessionsAnswer, '/api/account/sessions', {}, { signal }),
    staleTime: 0,
  });
  const ending = useMutation({
    mutationFn: (id: string) => send(doneAnswer, 'DELETE', `/api/account/sessions/${encodeURIComponent(id)}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
  return (
    <Section title="Your sessions" about="A session is over after twelve hours without use, and after seven days.">
      <DataTable label="Your sessions" heads={['Browser', 'Address', 'Since', 'Last used', '']}>
        {answer.data?.sessions.map((session) => (
          <tr key={session.id}>
            <td className="max-w-[420px] truncate" title={visibleLine(session.userAgent ?? '')}>
              {visibleLine(session.userAgent ?? 'unknown')}
            </td>
            <td className="text-dim">{visibleLine(session.address ?? '–')}</td>
            <td className="text-dim">{minuteTime(session.createdAt, zone)}</td>
            <td className="text-dim">{minuteTime(session.lastSeenAt, zone)}</td>
            <td className="text-right">
              {session.current ? (
                <span className="text-dim">this one</span>
              ) : (
                <Button size="small" disabled={ending.isPending} onClick={() => ending.mutate(session.id)}>
                  End
                </Button>
              )}
            </td>
          </tr>
        ))}
      </DataTable>
      <Problem error={answer.error ?? ending.error} />
    </Section>
  );
}
