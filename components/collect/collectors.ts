import { send } from '@/components/forms';
import { type HuntAnswer, huntAnswer, type QueryStep } from '@/lib/interface';
import { pathOfHunt } from './hunt-queries';
import { type HuntFinding, withFinding, withoutFinding } from './new-steps';
import { rememberResult } from './remember-result';
import { changeHunt } from './save-hunt';

/** Something that a hunt can hold. */
export type CollectedItem =
  | { readonly kind: 'event'; readonly event: string; readonly reason: string }
  | { readonly kind: 'query'; readonly step: QueryStep }
  | { readonly kind: 'finding'; readonly finding: HuntFinding };

/** How what a hunt can hold gets into it, and out again. Each fails as `fetchAnswer`. */
export const collectors = {
  add(slug: string, item: CollectedItem): Promise<HuntAnswer> {
    switch (item.kind) {
      case 'event':
        return sendPin(slug, item.event, item.reason);
      case 'query':
        return addQuery(slug, item.step);
      case 'finding':
        return changeHunt(slug, ({ steps }) => ({ steps: withFinding(steps, item.finding) }));
    }
  },

  takeBack(slug: string, item: CollectedItem): Promise<HuntAnswer> {
    switch (item.kind) {
      case 'event':
        return send(huntAnswer, 'DELETE', `${pathOfHunt(slug)}/pins/${encodeURIComponent(item.event)}`);
      case 'query':
        return changeHunt(slug, ({ steps }) => ({ steps: steps.filter(({ id }) => id !== item.step.id) }));
      case 'finding':
        return changeHunt(slug, ({ steps }) => ({ steps: withoutFinding(steps, item.finding.id) }));
    }
  },

  /** Says why an event is pinned, which is pinned already. */
  addReason: sendPin,
};

async function addQuery(slug: string, step: QueryStep): Promise<HuntAnswer> {
  // A query that cannot be answered now is worth keeping too; its step says that nothing is remembered, and asks again.
  const proof = await rememberResult(step.selection).catch(() => null);
  return changeHunt(slug, ({ steps }) => ({ steps: [...steps, { ...step, proof }] }));
}

function sendPin(slug: string, event: string, reason: string): Promise<HuntAnswer> {
  return send(huntAnswer, 'POST', `${pathOfHunt(slug)}/pins`, { event, reason });
}
