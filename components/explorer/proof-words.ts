import { formatCount, formatCounted, visibleLine } from '@/components/text';
import type { ProofComparison } from '@/lib/interface';
import type { Selection } from './use-explorer-state';

/** How a proof relates to what a page shows: of the same events, of a range that moved on since, or of others. */
export type Relation = 'same' | 'moved' | 'others';

export function relationOf({ selection }: ProofComparison, shown: Selection): Relation {
  const types = shown.type === null ? (shown.types ?? []) : [shown.type];
  if (sorted(selection.types) !== sorted(types) || selection.q !== shown.q) return 'others';
  if (!mayBeSameSources(selection.source, shown.source)) return 'others';
  if (isMoving(shown.from) || isMoving(shown.to)) return 'moved';
  return isSame(selection.from, shown.from) && isSame(selection.to, shown.to) ? 'same' : 'others';
}

/** `Same 1,204 events`, `12 added, 3 removed`: what became of the events of a proof. */
export function proofWords({ count, now, same, added, removed }: ProofComparison): string {
  if (same)
    return count === 0 ? 'Still no event' : count === 1 ? 'The same event' : `Same ${formatCounted(count, 'event')}`;
  const changes = [
    added > 0 ? `${formatCount(added)} added` : '',
    removed > 0 ? `${formatCount(removed)} removed` : '',
  ];
  const words = changes.filter((each) => each !== '').join(', ');
  return words === '' ? `${formatCounted(now.count, 'event')} as then, but not the same ones` : words;
}

/** Why removed events cannot be shown. */
export function goneWords({ gone, removed }: ProofComparison): string | null {
  if (removed === 0) return null;
  if (gone.length === 0) return 'What was removed cannot be shown.';
  return `What was removed cannot be shown: ${gone.map(visibleLine).join(', ')} ${gone.length === 1 ? 'was' : 'were'} deleted, shortened by age, or read again.`;
}

const IDS = /^[\da-f-]{36}(,[\da-f-]{36})*$/;

/** A proof has ids of sources; what is shown may have a name, of which only the server knows whose it is. */
function mayBeSameSources(then: string | null, now: string | null): boolean {
  if (then === null || now === null || now === '') return (then ?? '') === (now ?? '');
  return !IDS.test(now) || sorted(then.split(',')) === sorted(now.split(','));
}

function sorted(names: readonly string[]): string {
  return [...names].sort().join();
}

function isMoving(text: string | null): boolean {
  return /^\s*now/i.test(text ?? '');
}

function isSame(then: string | null, now: string | null): boolean {
  if (then === null || now === null || now === '') return (then ?? '') === (now ?? '');
  return Date.parse(then) === Date.parse(/[zZ+]|-\d\d:\d\d$/.test(now) ? now : `${now}Z`) || then === now;
}
