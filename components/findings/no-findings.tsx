'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatCount, formatCounted } from '@/components/text';
import { rangeLabel, type Zone } from '@/components/time';
import { Button, EmptyState, linkButton } from '@/components/ui';
import { type DetectorsAnswer, type FindingsAnswer, type OverviewAnswer, VERDICTS } from '@/lib/interface';
import type { FindingsState } from './use-findings-state';

interface NoFindingsProps {
  answer: FindingsAnswer;
  state: FindingsState;
  overview: OverviewAnswer | undefined;
  detectors: DetectorsAnswer['detectors'];
  zone: Zone;
}

/** Why the list is empty, and what to do: nothing loaded, nothing looked at yet, nothing found, or all of it hidden. */
export function NoFindings({ answer, state, overview, detectors, zone }: NoFindingsProps) {
  const { narrowed, actions } = state;
  if (answer.hidden > 0) {
    return (
      <EmptyState
        title={`${formatCounted(answer.hidden, 'finding')} hidden by the verdict`}
        action={<Button onClick={() => actions.setVerdicts(VERDICTS)}>Show all {formatCount(answer.hidden)}</Button>}
      >
        {state.asked.verdicts === null
          ? 'Everything here was judged benign. More data can bring more.'
          : 'No finding has the verdict that is shown.'}
      </EmptyState>
    );
  }
  if (narrowed) {
    return (
      <EmptyState
        title="No finding passes these filters"
        action={<Button onClick={actions.widen}>Take back the filters</Button>}
      >
        Search for less, or look at other lanes, levels and times.
      </EmptyState>
    );
  }
  if (overview?.events === 0) {
    return (
      <EmptyState title="No logs are loaded yet" action={<LinkTo href="/sources">Add logs</LinkTo>}>
        Findings are made by themselves of everything that is loaded.
      </EmptyState>
    );
  }
  if (answer.detectedAt === null) {
    return (
      <EmptyState
        title="Nothing has been looked at yet"
        action={<LinkTo href="/help#detectors">What is looked for</LinkTo>}
      >
        {formatCounted(detectors.length, 'detector')} will look at the logs as soon as they are read. This page fills by
        itself.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing unusual was found" action={<LinkTo href="/help#detectors">What is looked for</LinkTo>}>
      {formatCounted(detectors.length, 'detector')} looked at {lookedAt(overview, zone)}. What none of them looks for is
      not found: a hunt goes on in the explorer.
    </EmptyState>
  );
}

function LinkTo({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={linkButton()}>
      {children}
    </Link>
  );
}

function lookedAt(overview: OverviewAnswer | undefined, zone: Zone): string {
  if (overview === undefined) return 'everything that is loaded';
  const froms = overview.types.flatMap(({ from }) => from ?? []).sort();
  const tos = overview.types.flatMap(({ to }) => to ?? []).sort();
  const range = rangeLabel(froms[0] ?? null, tos.at(-1) ?? null, zone, new Date().getUTCFullYear());
  return `${formatCounted(overview.events, 'event')}, ${range.text} ${range.zone}`;
}
