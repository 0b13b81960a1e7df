import type { QueryAnswer } from '@/lib/interface';
import type { Unit } from '@/lib/query';
import type { ChartMark } from '../chart-mark';
import type { AnswerShape } from './answer-shape';
import { wholeFigure } from './figure-text';
import { keyName, keyValues, numberIn } from './row-values';

export interface RankedBar {
  readonly name: string;
  readonly figure: number;
  /** 0 to 1 of the longest bar. */
  readonly share: number;
  /** Whether it did not occur before the range. */
  readonly isNew: boolean;
  /** Null for the rest, which no filter means. */
  readonly mark: ChartMark | null;
}

export interface Ranking {
  readonly bars: readonly RankedBar[];
  readonly unit: Unit | null;
  /** What is not drawn; null when all is. */
  readonly note: string | null;
}

/**
 * The largest groups by the first figure, at most `most`; what adds up and is beyond them is one bar more. `isNew` knows which
 * groups did not occur before the range, by their values; null when nobody knows.
 */
export function prepareRanking(
  answer: QueryAnswer,
  { keys, figures, additive, limited }: AnswerShape,
  most: number,
  isNew: ((name: string) => boolean) | null,
): Ranking {
  const [figure] = figures;
  const unit = answer.kinds[figure ?? -1]?.unit ?? null;
  const known = answer.rows.flatMap((row) => {
    const number = numberIn(row, figure);
    return number === null ? [] : [{ row, number }];
  });
  const ordered = known.sort((one, other) => other.number - one.number);
  const sums = additive && !limited;
  const shown = ordered.slice(0, ordered.length > most && sums ? most - 1 : most);
  const rest = ordered.slice(shown.length);
  const longest = Math.max(shown[0]?.number ?? 0, Number.MIN_VALUE);
  const bars = shown.map(({ row, number }): RankedBar => {
    const name = keyName(row, keys);
    const news = isNew?.(name) === true;
    const text = `${name}: ${wholeFigure(number, unit)}${news ? ', new in this range' : ''}`;
    const mark = { text, values: keyValues(answer, row, keys), clauses: [], range: null };
    return { name, figure: number, share: Math.max(0, number / longest), isNew: news, mark };
  });
  return {
    bars: [...bars, ...restBar(rest, sums, longest)],
    unit,
    note: noteOf(answer, ordered.length, shown.length, sums, limited),
  };
}

function restBar(rest: readonly { readonly number: number }[], sums: boolean, longest: number): RankedBar[] {
  if (rest.length === 0 || !sums) return [];
  const figure = rest.reduce((sum, { number }) => sum + number, 0);
  return [{ name: `${rest.length} others`, figure, share: Math.min(1, figure / longest), isNew: false, mark: null }];
}

function noteOf(
  { truncated, total }: QueryAnswer,
  all: number,
  shown: number,
  sums: boolean,
  limited: boolean,
): string | null {
  if (truncated) return `of the first ${all} of ${total} groups`;
  if (limited && all > 1) return `the ${shown} largest`;
  return all > shown && !sums ? `the ${shown} largest of ${all}` : null;
}
