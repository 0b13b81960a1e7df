import { type LogType, logTypeCode } from '@/lib/events';
import { EVENTS_BY_TYPE } from './all-tallies';
import type { History, TimeSpan } from './history';
import type { Tallied, Tally } from './tally';

const NOTHING: Tallied = { rows: [], leftOut: 0 };

/** A history of what was counted, by the names of the tallies; one that is not there counted nothing. */
export function knownHistory(tallied: ReadonlyMap<string, Tallied>): History {
  const of = (tally: Tally): Tallied => tallied.get(tally.name) ?? NOTHING;
  return { tallied: of, span: (type) => spanOf(of(EVENTS_BY_TYPE), type) };
}

function spanOf({ rows }: Tallied, type: LogType): TimeSpan | null {
  const code = String(logTypeCode(type));
  const row = rows.find(({ key }) => key[0] === code);
  return row === undefined ? null : { from: row.first, to: row.last, hours: row.buckets };
}
