import { visibleLine } from '@/components/text';
import { clockTime, dayOf, type Zone } from '@/components/time';
import type { EventAnswer } from '@/lib/interface';
import { cellText } from './cell-text';
import { SeverityMark } from './severity-mark';
import { TYPE_LABELS } from './type-labels';

interface EventCellProps {
  event: EventAnswer;
  column: string;
  zone: Zone;
  days: DaysShown;
}

/** How much of the date stands beside the clock: as much as the rows' span leaves open. */
export type DaysShown = 'none' | 'day' | 'year';

/** Longer than any cell is wide; a record of megabytes must not be laid out. */
const TEXT_MAX = 600;

const GUESSES = { year: 'the year', zone: 'the zone', neighbour: 'the time, taken from the line before' } as const;

/** What stands in a cell. */
export function EventCell({ event, column, zone, days }: EventCellProps) {
  if (column === 'time') return <TimeCell event={event} zone={zone} days={days} />;
  if (column === 'severity') return <SeverityMark severity={event.severity} />;
  if (column === 'type') return <TypeCell event={event} />;
  const text = visibleLine(cellText(event, column).slice(0, TEXT_MAX));
  const color = verdictColor(column, event);
  return color === null ? text : <span className={color}>{text}</span>;
}

function TimeCell({ event, zone, days }: Omit<EventCellProps, 'column'>) {
  if (event.time === null) return <span className="text-faint">no time</span>;
  const guessed = event.timeGuess.map((guess) => GUESSES[guess]);
  return (
    <span className="text-text" title={guessed.length === 0 ? undefined : `Inferred: ${guessed.join(', ')}`}>
      <span className="text-faint">
        {days === 'none' ? '' : dayOf(event.time, zone, days === 'year')}
        {guessed.length > 0 ? '~' : days === 'none' ? '' : ' '}
      </span>
      {clockTime(event.time, zone)}
    </span>
  );
}

function TypeCell({ event }: { event: EventAnswer }) {
  const { label, color } = TYPE_LABELS[event.type];
  return (
    <span className="inline-flex items-center gap-1.5 text-dim">
      <span className="size-2 shrink-0 rounded-xs" style={{ background: color }} />
      {label}
    </span>
  );
}

const REFUSING = new Set(['dropped', 'drop', 'reject', 'denied', 'deny', 'forbid', 'error']);

/** Refusals and failures stand out; what was merely not found does so a little. */
function verdictColor(column: string, { fields }: EventAnswer): string | null {
  if (column === 'status') {
    const status = typeof fields.status === 'number' ? fields.status : 0;
    if (status < 400) return null;
    return status === 401 || status === 403 || status >= 500 ? 'text-error' : 'text-warn';
  }
  if (column !== 'verdict' && column !== 'decision') return null;
  return REFUSING.has(String(fields[column] ?? '').toLowerCase()) ? 'text-error' : null;
}
