import { answerCellText, isNumeric } from '@/components/charts';
import { visibleLine } from '@/components/text';
import type { Zone } from '@/components/time';
import type { QueryAnswer } from '@/lib/interface';

/** The width of a character of the table's font, and what stands at both sides of a cell. In pixels. */
const CHARACTER = 7.25;
const PADDING = 20;
/** Marks before the words of a severity or a type. */
const MARK = 20;
const NARROWEST = 88;
/** A text longer than this grows to its length only where there is room. */
const WIDEST = 420;
const LONGEST = 3000;
/** Rows that are looked at; later ones may be cut, and say the whole on hover. */
const ROWS = 500;

/**
 * Column tracks of a grid for an answer, each as wide as what it holds, so that figures stand beside what they count.
 * Long texts share the room that there is up to their length; what is left stays free at the end.
 * @returns the template, and the width below which the table scrolls, in pixels
 */
export function answerTracks(answer: QueryAnswer, zone: Zone): { readonly template: string; readonly width: number } {
  const rows = answer.rows.slice(0, ROWS);
  const wanted = answer.columns.map((name, place) => {
    const column = answer.kinds[place];
    if (column === undefined) return NARROWEST;
    const isMarked = column.kind === 'severity' || column.kind === 'type';
    const longest = rows.reduce(
      (most, row) => Math.max(most, answerCellText(row[place] ?? null, column, zone).length),
      visibleLine(name).length + (column.kind === 'time' ? 16 : 0),
    );
    // A figure keeps some distance from the text before it.
    return Math.max(NARROWEST, Math.ceil(longest * CHARACTER) + PADDING + (isMarked || isNumeric(column) ? MARK : 0));
  });
  const tracks = wanted.map((width) =>
    width > WIDEST ? `minmax(${WIDEST}px,${Math.min(width, LONGEST)}px)` : `${width}px`,
  );
  return {
    template: [...tracks, 'minmax(0,1fr)'].join(' '),
    width: wanted.reduce((sum, width) => sum + Math.min(width, WIDEST), 0),
  };
}
