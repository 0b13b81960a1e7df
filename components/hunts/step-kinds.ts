import { Crosshair, type LucideIcon, Pin, Search, StickyNote } from 'lucide-react';
import { newStepId } from '@/components/collect';
import type { HuntStep, HuntStepKind } from '@/lib/interface';

interface StepKind {
  readonly word: string;
  readonly Icon: LucideIcon;
  readonly make: () => HuntStep;
}

/** The kinds of steps, in the order in which they are offered. */
export const STEP_KINDS: Readonly<Record<HuntStepKind, StepKind>> = {
  query: { word: 'Query', Icon: Search, make: emptyQuery },
  note: { word: 'Note', Icon: StickyNote, make: () => ({ id: newStepId(), kind: 'note', text: '' }) },
  evidence: {
    word: 'Evidence',
    Icon: Pin,
    make: () => ({ id: newStepId(), kind: 'evidence', title: '', pins: [] }),
  },
  findings: {
    word: 'Findings',
    Icon: Crosshair,
    make: () => ({ id: newStepId(), kind: 'findings', title: '', findings: [] }),
  },
};

export const STEP_KIND_NAMES: readonly HuntStepKind[] = ['query', 'note', 'evidence', 'findings'];

function emptyQuery(): HuntStep {
  return {
    ...{ id: newStepId(), kind: 'query', title: '' },
    selection: { types: [], q: '', from: null, to: null, source: null },
    ...{ view: 'table', chart: null, columns: null, proof: null, frozen: null },
  };
}
