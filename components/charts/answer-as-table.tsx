'use client';

import { visibleLine } from '@/components/text';
import type { Zone } from '@/components/time';
import type { QueryAnswer } from '@/lib/interface';
import { answerCellText, isNumeric } from './prepare/answer-cell-text';

const ROWS_MAX = 200;

/** The figures behind a picture. */
export function AnswerAsTable({ answer, label, zone }: { answer: QueryAnswer; label: string; zone: Zone }) {
  const { columns, kinds, rows } = answer;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keys that scroll
    <section tabIndex={0} aria-label={`${label}: figures`} className="h-full overflow-auto font-mono text-2xs">
      <table className="w-full">
        <thead className="sticky top-0 bg-panel font-sans text-faint">
          <tr>
            {columns.map((name, place) => (
              <th
                key={name}
                scope="col"
                className={`px-1.5 font-normal ${isFigure(place) ? 'text-right' : 'text-left'}`}
              >
                {visibleLine(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS_MAX).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of an answer have no name, and never move within it
            <tr key={index} className="border-t border-line/50">
              {columns.map((name, place) => {
                const kind = kinds[place];
                return (
                  <td key={name} className={`max-w-56 truncate px-1.5 ${isFigure(place) ? 'text-right' : ''}`}>
                    {kind === undefined ? '' : answerCellText(row[place] ?? null, kind, zone)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );

  function isFigure(place: number): boolean {
    const kind = kinds[place];
    return kind !== undefined && isNumeric(kind);
  }
}
