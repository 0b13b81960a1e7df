'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { formatCount, visibleLine } from '@/components/text';
import { classNames, linkButton } from '@/components/ui';
import type { StreamAnswer } from '@/lib/interface';
import { rateText, StreamStateWords, unparsedText } from './stream-words';
import { streamsQuery } from './streams-query';
import { useNow } from './use-now';

/** What is pushed here; nothing is drawn while there is none. */
export function StreamList() {
  const answer = useQuery(streamsQuery);
  const now = useNow();
  const streams = answer.data?.streams ?? [];
  if (answer.isError) return <p className="mb-4 text-error">The streams cannot be listed: {answer.error.message}</p>;
  if (streams.length === 0) return null;
  return (
    <section aria-label="Streams" className="mb-6 overflow-x-auto rounded-xl border border-line bg-panel">
      <table className="w-full min-w-[640px] table-fixed border-collapse">
        <thead className="text-2xs text-faint">
          <tr className="h-8 border-b border-line">
            <th className="pr-2 pl-4 text-left font-normal">Stream</th>
            <th className="w-[190px] px-2 text-left font-normal">Now</th>
            <th className={classNames(NUMBER, 'w-[92px]')}>Rate</th>
            <th className={classNames(NUMBER, 'w-[110px]')}>Events</th>
            <th className={classNames(NUMBER, 'w-[110px]')}>Unparsed</th>
            <th className="w-[108px]">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {streams.map((stream) => (
            <StreamRow key={stream.id} stream={stream} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const NUMBER = 'px-2 text-right font-normal';

function StreamRow({ stream, now }: { stream: StreamAnswer; now: number }) {
  const name = visibleLine(stream.name);
  return (
    <tr className="h-9 border-b border-line last:border-0 hover:bg-hover">
      <th scope="row" className="truncate pr-2 pl-4 text-left font-medium" title={name}>
        <Link href={`/sources/${encodeURIComponent(stream.id)}`} className="rounded hover:underline">
          {name}
        </Link>
      </th>
      <td className="px-2">
        <StreamStateWords stream={stream} now={now} />
      </td>
      <td className={NUMBER}>{rateText(stream)}</td>
      <td className={NUMBER}>{formatCount(stream.events)}</td>
      <td className={classNames(NUMBER, (stream.unparsedShare ?? 0) > 0 ? 'text-warn' : 'text-dim')}>
        {unparsedText(stream)}
      </td>
      <td className="pr-4 pl-2 text-right">
        <Link href={liveLink(stream.id)} className="rounded text-xs text-dim hover:text-text hover:underline">
          Watch live
        </Link>
      </td>
    </tr>
  );
}

/** The explorer on a stream, as it arrives. */
export function liveLink(source: string): string {
  return `/explore?source=${encodeURIComponent(source)}&live=true`;
}

export function AddStreamLink() {
  return (
    <Link href="/sources/add-stream" className={linkButton()}>
      <Plus size={15} strokeWidth={1.7} aria-hidden />
      Add a stream
    </Link>
  );
}
