'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Zone } from '@/components/time';
import type { EvidenceCopy, HuntAnswer, HuntContent, HuntStep } from '@/lib/interface';

/** What every part of an open hunt needs. */
export interface OpenHunt {
  /** As the server has it: its address, and the copies of its evidence. */
  readonly base: HuntAnswer;
  readonly content: HuntContent;
  readonly evidence: ReadonlyMap<string, EvidenceCopy>;
  readonly zone: Zone;
  /** False for whoever may only read, and in an old version. */
  readonly writable: boolean;
  /** Who writes, for what is signed. */
  readonly writer: string;
  /** Changes the hunt; changes with the same `key` soon after each other are taken back together. */
  readonly edit: (change: (content: HuntContent) => HuntContent, key?: string) => void;
  /** Says something to whoever cannot see it. */
  readonly announce: (text: string) => void;
}

const NotebookContext = createContext<OpenHunt | null>(null);

export function NotebookProvider({ value, children }: { value: OpenHunt; children: ReactNode }) {
  return <NotebookContext value={value}>{children}</NotebookContext>;
}

export function useOpenHunt(): OpenHunt {
  const hunt = useContext(NotebookContext);
  if (hunt === null) throw new Error('Parts of a hunt are drawn within NotebookProvider only.');
  return hunt;
}

/** Changes one step. */
export function useEditStep<Kind extends HuntStep['kind']>(id: string, kind: Kind) {
  const { edit } = useOpenHunt();
  return (change: (step: Extract<HuntStep, { kind: Kind }>) => Extract<HuntStep, { kind: Kind }>, field: string) =>
    edit(
      (content) => ({ ...content, steps: content.steps.map((step) => changed(step, id, kind, change)) }),
      `${id} ${field}`,
    );
}

function changed<Kind extends HuntStep['kind']>(
  step: HuntStep,
  id: string,
  kind: Kind,
  change: (step: Extract<HuntStep, { kind: Kind }>) => HuntStep,
): HuntStep {
  return step.id === id && isKind(step, kind) ? change(step) : step;
}

function isKind<Kind extends HuntStep['kind']>(step: HuntStep, kind: Kind): step is Extract<HuntStep, { kind: Kind }> {
  return step.kind === kind;
}
