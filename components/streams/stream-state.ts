import type { StreamAnswer } from '@/lib/interface';

/** How a stream is: nothing came yet, it speaks, it pauses, or it has been silent for longer than shippers are. */
export type StreamState = 'waiting' | 'speaking' | 'quiet' | 'silent';

const SPEAKING_MS = 60_000;
/** Shippers send at least every half minute while there is anything to send; nodes and clusters always have something. */
const SILENT_MS = 10 * 60_000;

export function streamState({ seenAt }: Pick<StreamAnswer, 'seenAt'>, now: number): StreamState {
  if (seenAt === null) return 'waiting';
  const silence = now - Date.parse(seenAt);
  if (silence < SPEAKING_MS) return 'speaking';
  return silence < SILENT_MS ? 'quiet' : 'silent';
}

/** How long ago a stream was heard, in seconds, never less than 0: the clocks of browser and server differ. */
export function secondsSince(seenAt: string, now: number): number {
  return Math.max(0, Math.round((now - Date.parse(seenAt)) / 1000));
}
