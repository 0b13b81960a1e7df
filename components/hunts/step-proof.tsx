'use client';

import Link from 'next/link';
import { useState } from 'react';
import { rememberResult } from '@/components/collect';
import { goneWords, proofWords, type Relation, relationOf, useProof, viewLink } from '@/components/explorer';
import { AnswerError } from '@/components/interface';
import { formatCount, visibleLine } from '@/components/text';
import { minuteTime } from '@/components/time';
import { linkButton } from '@/components/ui';
import type { ProofComparison, QueryStep } from '@/lib/interface';
import { useEditStep, useOpenHunt } from './notebook-context';
import { selectionOf } from './step-queries';

const LINE = 'flex min-w-0 flex-wrap items-center gap-x-1 text-2xs text-faint';
const SMALL = linkButton('ghost', 'small', 'h-5 px-1 text-2xs');

/** Whether a query still returns the events that it returned when that was remembered, with a way to see what was added. */
export function StepProof({ step, seen }: { step: QueryStep; seen: boolean }) {
  const { data, error } = useProof(seen ? step.proof : null);
  if (step.proof === null) return <Remember step={step} />;
  if (error !== null) {
    return (
      <span className={LINE}>
        <span className="text-warn">What it returned then is not known: {error.message}</span>
        {error instanceof AnswerError && error.status === 404 ? <Remember step={step} /> : null}
      </span>
    );
  }
  if (data === undefined) return null;
  const relation = relationOf(data, selectionOf(step));
  if (relation !== 'others') return <Compared comparison={data} relation={relation} />;
  return (
    <span className={LINE}>
      What was remembered is of another query <Remember step={step} />
    </span>
  );
}

function Compared({ comparison, relation }: { comparison: ProofComparison; relation: Relation }) {
  const { zone } = useOpenHunt();
  const { id, by, at, same, added, selection } = comparison;
  const gone = goneWords(comparison);
  return (
    <span className={LINE}>
      {relation === 'moved' ? <span>Of the range as it was then: </span> : null}
      <span className={same ? 'text-dim' : 'font-medium text-warn'}>{proofWords(comparison)}</span>{' '}
      <span>
        {same ? 'as on' : 'since'} {minuteTime(at, zone)} ({visibleLine(by)}){' '}
      </span>
      {gone === null ? null : <span>{gone}</span>}
      {added === 0 ? null : (
        <Link href={viewLink({ selection, chart: null, columns: null }, { since: id })} className={SMALL}>
          show the {formatCount(added)} added
        </Link>
      )}
    </span>
  );
}

/** For whoever may write: has what the query returns now remembered. */
function Remember({ step }: { step: QueryStep }) {
  const { writable, announce } = useOpenHunt();
  const editStep = useEditStep(step.id, 'query');
  const [problem, setProblem] = useState<string | null>(null);
  if (!writable) return null;
  const remember = () => {
    setProblem(null);
    rememberResult(step.selection).then(
      (proof) => {
        editStep((old) => (isSame(old.selection, step.selection) ? { ...old, proof } : old), '');
        announce('Remembered');
      },
      (error: Error) => setProblem(error.message),
    );
  };
  return (
    <span className="flex items-center gap-1 text-2xs">
      {problem === null ? null : (
        <span role="alert" className="max-w-72 truncate text-error" title={problem}>
          Not remembered: {problem}
        </span>
      )}
      <button
        type="button"
        className={SMALL}
        title="Says later whether it still returns the same events"
        onClick={remember}
      >
        remember result
      </button>
    </span>
  );
}

/** It may have been edited while the server looked. */
function isSame(one: QueryStep['selection'], other: QueryStep['selection']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
