'use client';

import { useQueryClient } from '@tanstack/react-query';
import { ExternalLink, Snowflake } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { rememberResult } from '@/components/collect';
import { momentsOf, QueryLine, TimeRangeControl, viewLink } from '@/components/explorer';
import { visibleLine } from '@/components/text';
import { classNames, linkButton } from '@/components/ui';
import type { QueryStep as Query } from '@/lib/interface';
import { FrozenResult } from './frozen-result';
import { LaneMenu } from './lane-menu';
import { LiveResult } from './live-result';
import { useEditStep, useOpenHunt } from './notebook-context';
import { selectionOf, snapshotOf } from './step-queries';
import { useDataSpan } from './use-data-span';

/** A query with what it returns now, or with what it returned when it was frozen. */
export function QueryStep({ step }: { step: Query }) {
  const { zone, writable } = useOpenHunt();
  const editStep = useEditStep(step.id, 'query');
  const span = useDataSpan();
  const [timeOpen, setTimeOpen] = useState(false);
  const { selection } = step;
  const select = (change: Partial<Query['selection']>) =>
    editStep((old) => ({ ...old, selection: { ...old.selection, ...change }, proof: null }), '');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 px-2 py-2">
      <div className="flex flex-wrap items-start gap-2">
        {writable ? (
          <>
            <QueryLine selection={selectionOf(step)} onSearch={(q) => select({ q })} />
            <LaneMenu types={selection.types} onChange={(types) => select({ types: [...types] })} />
            <TimeRangeControl
              from={selection.from}
              to={selection.to}
              moments={momentsOf(selection.from, selection.to, span)}
              {...{ span, zone }}
              thisYear={new Date().getUTCFullYear()}
              open={timeOpen}
              onOpenChange={setTimeOpen}
              onChange={(from, to) => select({ from, to })}
            />
          </>
        ) : (
          <code className="min-w-0 flex-1 rounded-md border bg-bg px-2 py-1.5 font-mono text-xs [overflow-wrap:anywhere]">
            {visibleLine(selection.q) || 'everything'}
          </code>
        )}
      </div>
      {step.frozen === null ? (
        <LiveResult step={step} span={span} />
      ) : (
        <FrozenResult step={step} frozen={step.frozen} />
      )}
    </div>
  );
}

/** Live or frozen, and the way into the explorer. */
export function QueryTools({ step }: { step: Query }) {
  const { writable, writer, announce } = useOpenHunt();
  const editStep = useEditStep(step.id, 'query');
  const client = useQueryClient();
  const [freezing, setFreezing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const freeze = async () => {
    setFreezing(true);
    setProblem(null);
    try {
      const [frozen, proof] = await Promise.all([snapshotOf(client, step, writer), rememberResult(step.selection)]);
      editStep((old) => ({ ...old, frozen, proof }), '');
      announce('Frozen');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setFreezing(false);
    }
  };
  const live = step.frozen === null;
  return (
    <div className="flex shrink-0 items-center gap-2">
      {problem === null ? null : (
        <span role="alert" className="max-w-72 truncate text-xs text-error" title={problem}>
          Not frozen: {problem}
        </span>
      )}
      {writable ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend that is drawn
        <div role="group" aria-label="Result" className="flex overflow-hidden rounded-md border text-2xs">
          <button
            type="button"
            aria-pressed={live}
            title="What the query returns now"
            onClick={() => live || editStep((old) => ({ ...old, frozen: null }), '')}
            className={classNames('h-[22px] px-2 text-dim hover:text-text', live && 'bg-raise font-medium text-text')}
          >
            live
          </button>
          <button
            type="button"
            aria-pressed={!live}
            disabled={freezing}
            title="Keeps what it returns now: its count and up to 100 rows"
            onClick={() => live && void freeze()}
            className={classNames(
              'flex h-[22px] items-center gap-1 border-l px-2 text-dim hover:text-text',
              !live && 'bg-raise font-medium text-text',
            )}
          >
            <Snowflake size={11} aria-hidden />
            {freezing ? 'freezing …' : 'frozen'}
          </button>
        </div>
      ) : null}
      <Link href={viewLink(step)} className={linkButton('ghost', 'small', 'h-6 px-1.5 text-2xs')}>
        open in explorer <ExternalLink size={12} aria-hidden />
      </Link>
    </div>
  );
}
