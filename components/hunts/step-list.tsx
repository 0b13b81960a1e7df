'use client';

import { Fragment, type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { classNames } from '@/components/ui';
import type { MergeConflict } from '@/lib/hunts';
import type { HuntStep } from '@/lib/interface';
import { AddAtEnd, AddBetween } from './add-step';
import { ConflictChoice } from './conflict-choice';
import { HuntStepView } from './hunt-step';
import { movedStep } from './moved-step';
import { useOpenHunt } from './notebook-context';
import { useStepDrag } from './use-step-drag';

interface StepListProps {
  conflicts: readonly MergeConflict[];
  onSettle: (conflict: MergeConflict, side: 'mine' | 'theirs' | 'both') => void;
}

/** The steps in their order, which a drag or Alt with the arrow keys changes. */
export function StepList({ conflicts, onSettle }: StepListProps) {
  const { content, writable, edit, announce } = useOpenHunt();
  const { steps } = content;
  const list = useRef<HTMLOListElement>(null);
  /** The step that the keyboard moved last: it keeps the focus. */
  const moved = useRef<string | null>(null);
  const move = (id: string, place: number) => {
    const target = Math.max(0, Math.min(steps.length - 1, place));
    edit((old) => ({ ...old, steps: movedStep(old.steps, id, target) }));
    announce(`Moved to place ${target + 1} of ${steps.length}`);
  };
  const { drag, start } = useStepDrag(list, move);
  const insert = (step: HuntStep, place: number) => {
    moved.current = step.id;
    edit((old) => ({ ...old, steps: old.steps.toSpliced(place, 0, step) }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step that changed its place may have lost the focus
  useLayoutEffect(() => {
    const id = moved.current;
    moved.current = null;
    if (id === null) return;
    const element = [...(list.current?.querySelectorAll<HTMLElement>('[data-step]') ?? [])].find(
      ({ dataset }) => dataset.step === id,
    );
    element?.focus();
    element?.scrollIntoView({ block: 'nearest' });
  }, [steps]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, id: string, place: number) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0 || !event.altKey || !writable) return;
    event.preventDefault();
    if (event.target === event.currentTarget) moved.current = id;
    move(id, place + step);
  };
  return (
    <>
      <ol ref={list} aria-label="Steps" className="grid grid-cols-[minmax(0,1fr)]">
        {steps.map((step, place) => (
          <Fragment key={step.id}>
            {writable ? (
              <li>
                <AddBetween place={place + 1} onAdd={(added) => insert(added, place)} />
              </li>
            ) : (
              <li className="h-3" aria-hidden />
            )}
            <li
              data-step={step.id}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys move the step that has the focus
              tabIndex={0}
              aria-label={`Step ${place + 1} of ${steps.length}${writable ? ': Alt with the arrow keys moves it' : ''}`}
              onKeyDown={(event) => onKeyDown(event, step.id, place)}
              className={classNames(
                'relative rounded-lg border bg-panel transition-opacity',
                drag?.id === step.id && 'opacity-45',
                dropLine(drag, step.id, place, steps),
              )}
            >
              <HuntStepView step={step} place={place + 1} onGrip={(event) => start(step.id, place, event)} />
              {conflicts
                .filter(({ where }) => where.step === step.id)
                .map((conflict) => (
                  <ConflictChoice key={conflict.where.field + conflict.where.item} {...{ conflict, onSettle }} />
                ))}
            </li>
          </Fragment>
        ))}
      </ol>
      {writable ? <AddAtEnd first={steps.length === 0} onAdd={(step) => insert(step, steps.length)} /> : null}
    </>
  );
}

/** A line above or below the step that a dragged one would be put at. */
function dropLine(drag: ReturnType<typeof useStepDrag>['drag'], id: string, place: number, steps: readonly HuntStep[]) {
  if (drag === null || drag.id === id || drag.place !== place) return null;
  const from = steps.findIndex((step) => step.id === drag.id);
  return from < place ? 'shadow-[0_3px_0_var(--accent)]' : 'shadow-[0_-3px_0_var(--accent)]';
}
