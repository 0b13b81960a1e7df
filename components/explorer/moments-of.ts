import { resolveTime } from '@/lib/query';
import type { Moments } from './range-moves';

/** The data's own first and last moment; the end exclusive, as ranges are. */
export function spanOf(types: readonly { readonly from: string | null; readonly to: string | null }[]): Moments | null {
  const starts = types.flatMap(({ from }) => (from === null ? [] : [Date.parse(from)]));
  const ends = types.flatMap(({ to }) => (to === null ? [] : [Date.parse(to)]));
  if (starts.length === 0 || ends.length === 0) return null;
  return { from: Math.min(...starts), to: Math.max(...ends) + 1 };
}

/** The address's range as moments, an open end being the data's; null when open at both ends, unreadable or unknown. */
export function momentsOf(from: string | null, to: string | null, span: Moments | null): Moments | null {
  if (from === null && to === null) return null;
  const now = new Date();
  const start = momentOf(from, now) ?? span?.from ?? null;
  const end = momentOf(to, now) ?? (from?.startsWith('now') === true ? now.getTime() : span?.to) ?? null;
  return start === null || end === null ? null : { from: start, to: end };
}

function momentOf(text: string | null, now: Date): number | null {
  if (text === null) return null;
  try {
    return resolveTime(text, now).getTime();
  } catch {
    return null;
  }
}
