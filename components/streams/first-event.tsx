'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { fetchAnswer } from '@/components/interface';
import { formatCount, visibleLine } from '@/components/text';
import { fullTime, useZone } from '@/components/time';
import { linkButton } from '@/components/ui';
import { eventsAnswer } from '@/lib/interface';
import { liveLink } from './stream-list';

/** Waits for the first event of a stream and shows it: the proof that the sender is set up right. */
export function FirstEvent({ id, events }: { id: string; events: number }) {
  const [zone] = useZone();
  const first = useQuery({
    queryKey: ['first-event', id],
    queryFn: ({ signal }) => fetchAnswer(eventsAnswer, '/api/events', { source: id, limit: 1 }, { signal }),
    enabled: events > 0,
  });
  const event = first.data?.events[0];
  return (
    <section aria-label="First event" aria-live="polite" className="rounded-lg border border-line bg-panel px-4 py-3">
      {event === undefined ? (
        <p className="flex items-center gap-2 text-dim">
          <span aria-hidden className="live-dot size-[7px] rounded-full bg-accent" />
          {first.isError ? first.error.message : 'Waiting for the first event …'}
        </p>
      ) : (
        <div className="grid gap-2">
          <p>
            <span className="font-medium">It works.</span>{' '}
            <span className="text-dim">
              {formatCount(events)} {events === 1 ? 'event has' : 'events have'} arrived; this is the newest.
            </span>
          </p>
          <p className="truncate font-mono text-xs">
            <span className="text-dim">{event.time === null ? 'no time' : fullTime(event.time, zone)}</span>{' '}
            {event.type} · {visibleLine(String(event.fields.format ?? 'plain'))} · {visibleLine(event.message)}
          </p>
          <Link href={liveLink(id)} className={linkButton('primary', 'medium', 'justify-self-start')}>
            Watch live
          </Link>
        </div>
      )}
    </section>
  );
}
