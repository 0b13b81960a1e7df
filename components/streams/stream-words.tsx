import { formatCount, formatDuration, formatShare } from '@/components/text';
import { classNames } from '@/components/ui';
import type { StreamAnswer } from '@/lib/interface';
import { type StreamState, secondsSince, streamState } from './stream-state';

const WORDS: Readonly<Record<StreamState, string>> = {
  waiting: 'nothing yet',
  speaking: 'arriving',
  quiet: 'quiet',
  silent: 'silent',
};
const MARKS: Readonly<Record<StreamState, string>> = {
  waiting: 'border border-faint',
  speaking: 'bg-ok',
  quiet: 'bg-faint',
  silent: 'bg-warn',
};

/** How a stream is, in a mark and words. */
export function StreamStateWords({ stream, now }: { stream: StreamAnswer; now: number }) {
  const state = streamState(stream, now);
  const ago = stream.seenAt === null ? null : formatDuration(secondsSince(stream.seenAt, now));
  return (
    <span className={classNames('flex items-center gap-2', state === 'silent' ? 'text-warn' : 'text-dim')}>
      <span aria-hidden className={classNames('size-[7px] shrink-0 rounded-full', MARKS[state])} />
      <span className="truncate">
        {WORDS[state]}
        {ago === null || state === 'speaking' ? null : ` for ${ago}`}
      </span>
    </span>
  );
}

/** Events a second over the last minute. */
export function rateText({ eventsPerSecond }: StreamAnswer): string {
  if (eventsPerSecond === 0) return '–';
  if (eventsPerSecond < 1) return `${formatCount(Math.max(1, Math.round(eventsPerSecond * 60)))}/min`;
  return `${formatCount(Math.round(eventsPerSecond))}/s`;
}

export function unparsedText({ unparsedShare }: StreamAnswer): string {
  return unparsedShare === null ? '–' : formatShare(unparsedShare);
}
