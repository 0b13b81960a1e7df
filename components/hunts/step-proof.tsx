'use client';

import Link from 'next/link';
import { useState } from 'react';
import { rememberResult } from '@/components/collect';
import { goneWords, proofWords, useProof, viewLink } from '@/components/explorer';
import { formatCount, visibleLine } from '@/components/text';
import { minuteTime } from '@/components/time';
import { linkButton } from '@/components/ui';
import type { ProofComparison, QueryStep } from '@/lib/interface';
import { useEditStep, useOpenHunt } from './notebook-context';

const SMALL = linkButton('ghost', 'small', 'h-5 px-1 text-2xs');

/** Whether a query still returns the events that it returned when that was remembered, with a way to see what was added. */
export function StepProof({ step, seen }: { step: QueryStep; seen: boolean }) {
  const { writable } = useOpenHunt();
  const comparison = useProof(seen ? step.proof : null);
  if (step.proof === null) return writable ? <Remember step={step} /> : null;
  if (comparison.error !== null) {
    return <span className="text-2xs text-warn">What it returned then is not known: {comparison.error.message}</span>;
  }
  return comparison.data === undefined ? null : <Compared comparison={comparison.data} />;
}

function Compared({ comparison }: { comparison: ProofComparison }) {
  const { zone } = useOpenHunt();
  const { id, by, at, same, added, selection } = comparison;
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-1 text-2xs text-faint">
      <span className={same ? 'text-dim' : 'font-medium text-warn'}>{proofWords(comparison)}</span>{' '}
      <span title={goneWords(comparison) ?? undefined}>
        {same ? 'as on' : 'since'} {minuteTime(at, zone)} ({visibleLine(by)})
      </span>
      {added === 0 ? null : (
        <Link href={viewLink({ selection, chart: null, columns: null }, { since: id })} className={SMALL}>
          show the {formatCount(added)} added
        </Link>
      )}
    </span>
  );
}

function Remember({ step }: { step: QueryStep }) {
  const { announce } = useOpenHunt();
  const editStep = useEditStep(step.id, 'query');
  const [problem, setProblem] = useState<string | null>(null);
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
