'use client';

import { useEffect, useMemo, useState } from 'react';
import { type ChartDefinition, isDrawable, withinQuery } from '@/components/charts';
import { useChartAnswer } from './explorer-queries';
import type { Selection } from './use-explorer-state';

/**
 * The view of a chart that is shown and its answer: the one that a person chose, else the first that the data has anything
 * for, tried one after the other from the one that had something last.
 * @param per a clause that narrows the chart to one value; empty = none
 */
export function useChartView({ views }: ChartDefinition, selection: Selection, per: string, enabled: boolean) {
  const about = JSON.stringify([selection, per]);
  const [chosen, setChosen] = useState<number | null>(null);
  const [attempt, setAttempt] = useState({ about, index: 0, tries: 0 });
  const { index } = attempt;
  const tries = attempt.about === about ? attempt.tries : 0;
  const view = views[chosen ?? index] ?? views[0];
  const q = useMemo(() => withinQuery(selection.q, `${per} ${view.query}`.trim()), [selection.q, view.query, per]);
  const answer = useChartAnswer(selection, q, enabled);
  const { data, isPlaceholderData } = answer;
  const isEmpty = data !== undefined && !isPlaceholderData && !isDrawable(data, q);
  const goesOn = isEmpty && chosen === null && tries < views.length - 1;
  useEffect(() => {
    if (goesOn) setAttempt({ about, index: (index + 1) % views.length, tries: tries + 1 });
  }, [goesOn, about, index, tries, views.length]);
  return { view, q, answer, goesOn, isEmpty: isEmpty && !goesOn, choose: setChosen };
}
