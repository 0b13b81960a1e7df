import type { HuntFinding, HuntStep, Pin, QueryStep } from '@/lib/interface';
import { same } from '../content';
import { type Merge, part, type Three } from './merge';
import { mergeItems } from './merge-items';

/** Merges what two people made of a step; both have it. Of two kinds with one id there can be no merge: null. */
export function mergeStep(merge: Merge, { base, mine, theirs }: Three<HuntStep>): HuntStep | null {
  if (mine.kind === 'query' && theirs.kind === 'query') {
    return mergeQuery(merge, { base: base?.kind === 'query' ? base : undefined, mine, theirs });
  }
  if (mine.kind === 'note' && theirs.kind === 'note') {
    const before = base?.kind === 'note' ? base.text : undefined;
    return { ...mine, text: merge.text('text', { base: before, mine: mine.text, theirs: theirs.text }) };
  }
  if (mine.kind === 'evidence' && theirs.kind === 'evidence') {
    const three = { base: base?.kind === 'evidence' ? base : undefined, mine, theirs };
    const pins = mergeItems(
      part(three, (step) => step.pins),
      ({ event }) => event,
      mergePin(merge, mine.id),
    );
    return { ...mine, title: merge.whole('title', part(three, titleOf)), pins };
  }
  if (mine.kind === 'findings' && theirs.kind === 'findings') {
    const three = { base: base?.kind === 'findings' ? base : undefined, mine, theirs };
    const findings = mergeItems(
      part(three, (step) => step.findings),
      ({ id }) => id,
      mergeFinding(merge, mine.id),
    );
    return { ...mine, title: merge.whole('title', part(three, titleOf)), findings };
  }
  return null;
}

const titleOf = ({ title }: { readonly title: string }): string => title;

function mergeQuery(merge: Merge, three: Three<QueryStep>): QueryStep {
  const asks = ({ selection, proof, frozen }: QueryStep) => ({ selection, proof, frozen });
  const shows = ({ view, chart }: QueryStep) => ({ view, chart });
  // What a query returned belongs to that query.
  const asked = three[merge.together('selection', part(three, asks))];
  const shown = three[merge.together('view', part(three, shows))];
  return {
    ...three.mine,
    ...asks(asked),
    ...shows(shown),
    title: merge.whole('title', part(three, titleOf)),
    columns: merge.whole(
      'columns',
      part(three, ({ columns }) => columns),
    ),
  };
}

/** Who pinned an event, and when, is the server's word: theirs, where that is new. */
function mergePin(merge: Merge, step: string): (three: Three<Pin>, event: string) => Pin {
  return (three, event) => {
    const { base, theirs } = part(three, ({ reason: _reason, ...pinned }) => pinned);
    return {
      ...(same(theirs, base) ? three.mine : three.theirs),
      reason: merge.inside(step, event).text(
        'reason',
        part(three, ({ reason }) => reason),
      ),
    };
  };
}

/** What a finding says is a copy: the one that was changed, mine where both were. */
function mergeFinding(merge: Merge, step: string): (three: Three<HuntFinding>, id: string) => HuntFinding {
  return (three, id) => {
    const { base, mine } = part(three, ({ note: _note, ...claims }) => claims);
    return {
      ...(same(mine, base) ? three.theirs : three.mine),
      note: merge.inside(step, id).text(
        'note',
        part(three, ({ note }) => note),
      ),
    };
  };
}
