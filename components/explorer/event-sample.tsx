import type { Zone } from '@/components/time';
import { classNames } from '@/components/ui';
import type { EventAnswer } from '@/lib/interface';
import { COLUMNS, type ColumnChoice, flexibleColumn } from './columns';
import { EventCell } from './event-cell';

interface EventSampleProps {
  events: readonly EventAnswer[];
  columns: readonly ColumnChoice[];
  zone: Zone;
  /** What the rows are, for whoever cannot see them. */
  label: string;
}

const TIME_WIDTH = 192;

/** A few events as a plain table, with the cells of the explorer. */
export function EventSample({ events, columns, zone, label }: EventSampleProps) {
  const flexible = flexibleColumn(columns);
  return (
    <table aria-label={label} className="w-full table-fixed border-collapse font-mono text-xs">
      <thead className="sticky top-0 bg-panel font-sans text-2xs text-faint shadow-[inset_0_-1px_var(--line)]">
        <tr className="h-7">
          {columns.map(({ id, width }) => (
            <th
              key={id}
              scope="col"
              className={classNames(
                'truncate px-2 text-left font-normal',
                COLUMNS.get(id)?.align === 'end' && 'text-right',
              )}
              style={
                id === flexible ? undefined : { width: width ?? (id === 'time' ? TIME_WIDTH : COLUMNS.get(id)?.width) }
              }
            >
              {COLUMNS.get(id)?.label ?? id}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id} className="h-[26px] border-b border-line/50 last:border-0">
            {columns.map(({ id }) => (
              <td key={id} className={classNames('truncate px-2', COLUMNS.get(id)?.align === 'end' && 'text-right')}>
                <EventCell event={event} column={id} zone={zone} days="year" />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
