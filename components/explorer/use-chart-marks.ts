'use client';

import { useMemo } from 'react';
import { type ChartView, deniedQuery, keyName, newQuery, type PictureMarks, withinQuery } from '@/components/charts';
import type { QueryAnswer } from '@/lib/interface';
import { useChartAnswer } from './explorer-queries';
import type { Selection } from './use-explorer-state';

/** Which groups of a chart did not occur before the range, and which were denied. */
export interface ChartMarks {
  readonly marks: PictureMarks;
  /** Why nothing is marked as new although that was to be; null when it is, or nothing was to be. */
  readonly why: string | null;
}

export function useChartMarks(view: ChartView, selection: Selection, per: string, enabled: boolean): ChartMarks {
  const hasStart = selection.from !== null;
  const asksNew = view.marksNew === true && hasStart;
  const within = (query: string) => withinQuery(selection.q, `${per} ${query}`.trim());
  const news = useChartAnswer(selection, asksNew ? within(newQuery(view.query)) : null, enabled);
  const denied = useChartAnswer(
    selection,
    view.denied === undefined ? null : within(deniedQuery(view.query, view.denied)),
    enabled,
  );
  const newAnswer = asksNew && !news.isPlaceholderData ? news.data : undefined;
  const deniedAnswer = denied.isPlaceholderData ? undefined : denied.data;
  const hasBefore = (newAnswer?.baseline?.covered ?? 0) > 0;
  const marks = useMemo(
    () => ({ isNew: hasBefore ? namesIn(newAnswer) : null, isDenied: namesIn(deniedAnswer) }),
    [hasBefore, newAnswer, deniedAnswer],
  );
  return { marks, why: view.marksNew === true ? reason(hasStart, newAnswer) : null };
}

/** Whether a name is among an answer's groups; null when the answer is not there or not whole. */
function namesIn(answer: QueryAnswer | undefined): ((name: string) => boolean) | null {
  if (answer === undefined || answer.truncated) return null;
  const keys = answer.kinds.flatMap(({ field }, place) => (field === null ? [] : [place]));
  const names = new Set(answer.rows.map((row) => keyName(row, keys)));
  return (name) => names.has(name);
}

function reason(hasStart: boolean, answer: QueryAnswer | undefined): string | null {
  if (!hasStart) return 'choose a range to see what is new in it';
  if (answer === undefined) return null;
  if (answer.truncated) return 'too much is new to be marked';
  return (answer.baseline?.covered ?? 0) > 0 ? null : 'nothing is stored from before, so nothing is marked new';
}
