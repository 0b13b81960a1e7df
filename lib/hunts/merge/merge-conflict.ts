import { z } from 'zod';
import { type HuntContent, type HuntStep, huntContent, huntStep } from '@/lib/interface';
import { patched } from '../content';

/** Where in a hunt two people changed the same: in a step or, without one, in the hunt itself; `item` is a pin or a finding of the step. */
export interface MergePlace {
  readonly step: string | null;
  readonly item: string | null;
  readonly field: string;
}

/** What two people made of the same field, in words. */
export interface MergeConflict {
  readonly where: MergePlace;
  readonly mine: string;
  readonly theirs: string;
  /** The fields as each of them has it. */
  readonly values: { readonly mine: Fields; readonly theirs: Fields };
}

export type Fields = Readonly<Record<string, unknown>>;

/** A title may be empty while it is written. */
const ownFields = huntContent.partial().extend({ title: z.string().optional() });

/**
 * The content with one side of a conflict. It begins with mine, or with both where that is a text of lines; `content` may have
 * changed since. A place that is gone stays so, and a side that is longer than what is kept is not taken: then both stay.
 */
export function settle(content: HuntContent, { where, values }: MergeConflict, side: 'mine' | 'theirs'): HuntContent {
  const chosen = values[side];
  if (where.step === null) return patched(content, ownFields.safeParse(chosen).data ?? {});
  const steps = content.steps.map((step) => (step.id === where.step ? settledStep(step, where.item, chosen) : step));
  return { ...content, steps };
}

function settledStep(step: HuntStep, item: string | null, chosen: Fields): HuntStep {
  return huntStep.safeParse(withChosen(step, item, chosen)).data ?? step;
}

function withChosen(step: HuntStep, item: string | null, chosen: Fields): object {
  if (item === null) return { ...step, ...chosen };
  if (step.kind === 'evidence') {
    return { ...step, pins: step.pins.map((pin) => (pin.event === item ? { ...pin, ...chosen } : pin)) };
  }
  if (step.kind !== 'findings') return step;
  return {
    ...step,
    findings: step.findings.map((finding) => (finding.id === item ? { ...finding, ...chosen } : finding)),
  };
}
