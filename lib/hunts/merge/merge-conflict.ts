import { type HuntContent, huntContent } from '@/lib/interface';

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

/**
 * The content with one side of a conflict. It begins with mine, or with both where that is a text of lines; `content` may have
 * changed since. A place that is gone stays so.
 */
export function settle(content: HuntContent, { where, values }: MergeConflict, side: 'mine' | 'theirs'): HuntContent {
  const chosen = values[side];
  if (where.step === null) return huntContent.parse({ ...content, ...chosen });
  const steps = content.steps.map((step): unknown => {
    if (step.id !== where.step) return step;
    if (where.item === null) return { ...step, ...chosen };
    if (step.kind === 'evidence')
      return { ...step, pins: step.pins.map((pin) => changed(pin, pin.event, where, chosen)) };
    if (step.kind !== 'findings') return step;
    return { ...step, findings: step.findings.map((finding) => changed(finding, finding.id, where, chosen)) };
  });
  return huntContent.parse({ ...content, steps });
}

function changed<Item extends object>(item: Item, id: string, { item: wanted }: MergePlace, chosen: Fields): object {
  return id === wanted ? { ...item, ...chosen } : item;
}
