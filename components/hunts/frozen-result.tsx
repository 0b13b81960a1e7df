'use client';

import { Snowflake } from 'lucide-react';
import { useRef } from 'react';
import { COLUMNS, TYPE_LABELS, useCount, useSeen } from '@/components/explorer';
import { formatCount, formatCounted, visibleLine } from '@/components/text';
import { fullTime, minuteTime, type Zone } from '@/components/time';
import { isLogType } from '@/lib/events';
import type { HuntSnapshot, QueryStep } from '@/lib/interface';
import { useOpenHunt } from './notebook-context';
import { StepProof } from './step-proof';
import { isPiped, selectionOf } from './step-queries';

interface FrozenResultProps {
  step: QueryStep;
  frozen: HuntSnapshot;
}

const CELL_MAX = 600;

/** What a query returned when it was frozen, and how many events it would be now. */
export function FrozenResult({ step, frozen }: FrozenResultProps) {
  const { zone } = useOpenHunt();
  const frame = useRef<HTMLDivElement>(null);
  const seen = useSeen(frame);
  const now = useCount(selectionOf(step), seen && step.proof === null).data?.count;
  return (
    <div ref={frame}>
      <p className="flex min-h-7 flex-wrap items-center gap-x-2 px-2 text-2xs text-faint">
        <Snowflake size={12} aria-hidden className="text-accent" />
        <span className="text-dim">
          frozen {minuteTime(frozen.at, zone)} by {visibleLine(frozen.by)}:{' '}
          <span className="text-xs font-medium text-text">{formatCounted(frozen.count, 'event')}</span>
        </span>
        {step.proof !== null ? (
          <StepProof step={step} seen={seen} />
        ) : now === undefined ? null : (
          <Now then={frozen.count} now={now} />
        )}
        {frozen.rows.length === 0 ? null : <span>· {formatCounted(frozen.rows.length, 'row')} kept</span>}
      </p>
      {frozen.rows.length === 0 ? (
        <p className="px-2 pb-2 text-dim">It returned nothing.</p>
      ) : (
        <Rows frozen={frozen} zone={zone} piped={isPiped(step.selection.q)} />
      )}
    </div>
  );
}

function Now({ then, now }: { then: number; now: number }) {
  if (now === then) return <span>· the same number now</span>;
  return <span className="text-warn">· {formatCount(now)} now</span>;
}

function Rows({ frozen, zone, piped }: { frozen: HuntSnapshot; zone: Zone; piped: boolean }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keys that scroll
    <section tabIndex={0} aria-label="Frozen rows" className="max-h-[300px] overflow-auto font-mono text-xs">
      <table className="w-full border-collapse">
        <thead className="sticky top-0 bg-panel font-sans text-2xs text-faint">
          <tr className="h-7">
            {frozen.columns.map((name, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns may have any names, and never move in what is frozen
              <th key={place} scope="col" className="px-2 text-left font-normal whitespace-nowrap">
                {visibleLine((piped ? undefined : COLUMNS.get(name)?.label) ?? name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {frozen.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name, and never move in what is frozen
            <tr key={index} className="h-[26px] border-t border-line/50">
              {row.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same
                <td key={place} className="max-w-[420px] truncate px-2">
                  {cellOf(cell, piped ? undefined : frozen.columns[place], zone)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function cellOf(cell: string | number | null, column: string | undefined, zone: Zone): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return formatCount(cell);
  if (column === 'time') return fullTime(cell, zone);
  if (column === 'type' && isLogType(cell)) return TYPE_LABELS[cell].label;
  return visibleLine(cell.slice(0, CELL_MAX));
}
