import { ownZoneName, type Zone } from '@/components/time';
import { type ExplorerValues, writeExplorerSearch } from './search-params';

/** What a person decides when they share. */
export interface ShareChoices {
  /** Whether relative times become moments. */
  readonly absolute: boolean;
  /** The zone in which whoever opens it sees times first. */
  readonly zone: Zone;
  readonly withEvent: boolean;
  readonly short: boolean;
}

/** The zone that is shown, by a name that means the same elsewhere. */
export function namedZone(zone: Zone): Zone {
  return zone === 'local' ? (ownZoneName() ?? 'utc') : zone;
}

/** What is shared of a page: all that its address says, with the zone, and with the open event where that is wanted. */
export function sharedSearchOf(values: ExplorerValues, { zone, withEvent }: ShareChoices): string {
  const shared = { ...values, event: withEvent ? values.event : null, link: null, proof: null };
  const search = new URLSearchParams(writeExplorerSearch('', shared));
  search.set('zone', zone);
  return search.toString();
}

/** Whether a range moves with the clock. */
export function isRelative({ from, to, live }: Pick<ExplorerValues, 'from' | 'to' | 'live'>): boolean {
  return live || [from, to].some((text) => /^\s*now/i.test(text ?? ''));
}

/** The address of one event among those of a quarter of an hour before and after it; a record without a time alone. */
export function eventAddress(
  event: { readonly id: string; readonly type: string; readonly time: string | null },
  zone: Zone,
): string {
  const around = (minutes: number) => new Date(Date.parse(event.time ?? '') + minutes * 60_000).toISOString();
  const range = event.time === null ? {} : { from: around(-15), to: around(15), at: event.time };
  const address = writeExplorerSearch(`/explore/${event.type}`, { ...range, event: event.id });
  return `${address}&zone=${encodeURIComponent(namedZone(zone))}`;
}
