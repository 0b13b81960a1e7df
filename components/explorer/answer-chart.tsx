'use client';

import { FileSpreadsheet, Image } from 'lucide-react';
import { useRef, useState } from 'react';
import {
  CHART_TITLES,
  type ChartKind,
  type ChartMark,
  ChartPicture,
  downloadCsv,
  downloadPng,
  queryOfMark,
} from '@/components/charts';
import type { Zone } from '@/components/time';
import { classNames, IconButton } from '@/components/ui';
import type { QueryAnswer } from '@/lib/interface';
import type { Moments } from './range-moves';
import { TYPE_LABELS } from './type-labels';
import type { ExplorerState } from './use-explorer-state';

interface AnswerChartProps {
  answer: QueryAnswer;
  state: ExplorerState;
  zone: Zone;
  moments: Moments | null;
  kind: ChartKind;
  stale: boolean;
}

/** An answer as a picture, above the table of its rows: about half of the room, so that rows are seen, too. */
export function AnswerChart({ answer, state, zone, moments, kind, stale }: AnswerChartProps) {
  const { selection, actions } = state;
  const frame = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const onChoose = (mark: ChartMark) => {
    const target = queryOfMark(selection.q, mark);
    if (target !== null) actions.look(target, mark.range);
  };
  const savePicture = () => {
    if (frame.current === null) return;
    setProblem(null);
    downloadPng(frame.current, CHART_TITLES[kind], selection.q).catch((error: Error) => setProblem(error.message));
  };
  return (
    <section
      ref={frame}
      aria-label={`Chart: ${CHART_TITLES[kind]}`}
      className="relative max-h-[420px] min-h-[150px] shrink-0 basis-[48%] border-b bg-panel px-3 pt-2"
    >
      <ChartPicture
        {...{ answer, zone, moments, kind, stale, onChoose }}
        q={selection.q}
        color={selection.type === null ? 'var(--slice-1)' : TYPE_LABELS[selection.type].color}
        label={answer.words}
        hint={problem ?? 'a click shows the events behind a mark'}
        onRange={actions.setRange}
      />
      <div className="absolute top-1 right-1 flex rounded-md bg-panel/80">
        <IconButton label="Save the picture as PNG" size="small" onClick={savePicture}>
          <Image size={14} aria-hidden />
        </IconButton>
        <IconButton
          label="Save the figures as CSV"
          size="small"
          onClick={() => downloadCsv(answer, CHART_TITLES[kind])}
        >
          <FileSpreadsheet size={14} aria-hidden />
        </IconButton>
      </div>
    </section>
  );
}

interface ChartChoiceProps {
  kinds: readonly ChartKind[];
  kind: ChartKind;
  onChoose: (kind: ChartKind) => void;
}

/** The ways in which an answer can be shown. */
export function ChartChoice({ kinds, kind, onChoose }: ChartChoiceProps) {
  if (kinds.length < 2) return null;
  return (
    <fieldset aria-label="Show the answer as" className="flex shrink-0 gap-px rounded-md border bg-panel p-px">
      {kinds.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === kind}
          onClick={() => onChoose(each)}
          className={classNames(
            'rounded px-1.5 text-2xs text-faint hover:text-text',
            each === kind && 'bg-raise font-medium text-text',
          )}
        >
          {CHART_TITLES[each]}
        </button>
      ))}
    </fieldset>
  );
}
