import { isLogType } from '@/lib/events';
import type { SelectionParameters } from '@/lib/interface';
import { resolveTime } from '@/lib/query';

/** What a page keeps in its address about the link that it was opened with; no link leads to another. */
const OF_OPENING = ['link', 'proof'];

/** The query part of an address as a link keeps it: without what is about the opening, and with moments where times are relative. */
export function sharedSearch(search: string, absolute: boolean, now: Date): string {
  const shared = new URLSearchParams(search);
  for (const name of OF_OPENING) shared.delete(name);
  if (absolute) makeAbsolute(shared, now);
  return shared.toString();
}

/** What a page of the explorer shows; null for a page that shows no events. `from` and `to` are not looked at. */
export function sharedSelection(path: string, search: string): SelectionParameters | null {
  const [, page, type = ''] = path.split('/');
  if (page !== 'explore') return null;
  const shared = new URLSearchParams(search);
  const textOf = (name: string) => shared.get(name) ?? undefined;
  return {
    type: isLogType(type) ? [type] : [],
    ...{ q: textOf('q'), from: textOf('from'), to: textOf('to') },
    ...{ source: textOf('source'), since: textOf('since') },
  };
}

/** A range that begins some time ago and has no end ends now; one that is open, or begins at a moment, stays open. */
function makeAbsolute(shared: URLSearchParams, now: Date): void {
  const [from, to] = [shared.get('from') ?? '', shared.get('to') ?? ''];
  const moments = { from: momentOf(from, now), to: momentOf(to, now) };
  if (moments.from !== null) shared.set('from', moments.from);
  if (moments.to !== null) shared.set('to', moments.to);
  if (moments.from !== null && to === '') shared.set('to', now.toISOString());
  shared.delete('live');
}

/** A relative time as a moment; null for any other, also for what is none: the page says so when it is opened. */
function momentOf(text: string, now: Date): string | null {
  if (!/^\s*now/i.test(text)) return null;
  try {
    return resolveTime(text, now).toISOString();
  } catch {
    return null;
  }
}
