'use client';

import type { PointerEvent, ReactNode } from 'react';
import type { HuntStep } from '@/lib/interface';
import { EvidenceStep } from './evidence-step';
import { FindingsStep } from './findings-step';
import { NoteStep } from './note-step';
import { useEditStep, useOpenHunt } from './notebook-context';
import { QueryStep, QueryTools } from './query-step';
import { StepFrame } from './step-frame';
import { STEP_KINDS } from './step-kinds';
import { StepTitle } from './step-title';

interface HuntStepViewProps {
  step: HuntStep;
  /** From 1. */
  place: number;
  onGrip: (event: PointerEvent<HTMLElement>) => void;
}

/** One step of whatever kind. */
export function HuntStepView({ step, place, onGrip }: HuntStepViewProps) {
  const { edit, announce } = useOpenHunt();
  const { word, Icon } = STEP_KINDS[step.kind];
  return (
    <StepFrame
      kind={word}
      {...{ Icon, place, onGrip }}
      title={step.kind === 'note' ? null : <Title step={step} place={place} />}
      tools={step.kind === 'query' ? <QueryTools step={step} /> : null}
      onDelete={() => {
        edit((content) => ({ ...content, steps: content.steps.filter(({ id }) => id !== step.id) }));
        announce(`Step ${place} was deleted`);
      }}
    >
      {bodyOf(step, place)}
    </StepFrame>
  );
}

function bodyOf(step: HuntStep, place: number): ReactNode {
  switch (step.kind) {
    case 'query':
      return <QueryStep step={step} />;
    case 'note':
      return <NoteStep step={step} place={place} />;
    case 'evidence':
      return <EvidenceStep step={step} />;
    case 'findings':
      return <FindingsStep step={step} />;
  }
}

const PLACEHOLDERS = {
  query: 'What does this query ask?',
  evidence: 'Evidence',
  findings: 'Findings',
} as const;

function Title({ step, place }: { step: Exclude<HuntStep, { kind: 'note' }>; place: number }) {
  const editQuery = useEditStep(step.id, 'query');
  const editEvidence = useEditStep(step.id, 'evidence');
  const editFindings = useEditStep(step.id, 'findings');
  const change = (title: string) => {
    if (step.kind === 'query') editQuery((old) => ({ ...old, title }), 'title');
    else if (step.kind === 'evidence') editEvidence((old) => ({ ...old, title }), 'title');
    else editFindings((old) => ({ ...old, title }), 'title');
  };
  return (
    <StepTitle
      label={`Title of step ${place}`}
      value={step.title}
      placeholder={PLACEHOLDERS[step.kind]}
      onChange={change}
    />
  );
}
