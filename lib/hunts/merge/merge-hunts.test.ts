import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HuntContent, type HuntStep, huntContent } from '@/lib/interface';
import { newContent } from '../content';
import { arbitraryHunt, arbitraryThree } from '../testing/arbitrary-hunts';
import { settle } from './merge-conflict';
import { mergeHunts } from './merge-hunts';

const note = (id: string, text = id): HuntStep => ({ id, kind: 'note', text });
const evidence = (id: string, ...events: string[]): HuntStep => ({
  ...{ id, kind: 'evidence', title: 'Evidence' },
  pins: events.map((event) => ({ event, reason: '', by: 'ann', at: '2026-01-01T00:00:00.000Z' })),
});
const hunt = (changes: Partial<HuntContent> = {}): HuntContent => ({
  ...newContent({ title: 'Hunt' }, 'ann'),
  ...changes,
});
const idsOf = ({ steps }: HuntContent) => steps.map(({ id }) => id);

describe('any three hunts', () => {
  it('one that changed nothing leaves the other as it is', () => {
    fc.assert(
      fc.property(arbitraryHunt, arbitraryHunt, (base, changed) => {
        expect(mergeHunts(base, changed, base)).toEqual({ merged: changed, conflicts: [] });
        expect(mergeHunts(base, base, changed)).toEqual({ merged: changed, conflicts: [] });
        expect(mergeHunts(base, changed, changed)).toEqual({ merged: changed, conflicts: [] });
      }),
    );
  });

  it('merge to a hunt in which nothing that either added is lost', () => {
    fc.assert(
      fc.property(arbitraryThree, ({ base, mine, theirs }) => {
        const { merged, conflicts } = mergeHunts(base, mine, theirs);
        expect(huntContent.parse(merged)).toEqual(merged);
        const before = saidIn(base);
        const said = new Set([
          ...saidIn(merged),
          ...conflicts.flatMap((one) => [...lines(one.mine), ...lines(one.theirs)]),
        ]);
        for (const text of [...saidIn(mine), ...saidIn(theirs)]) if (!before.has(text)) expect(said).toContain(text);
      }),
    );
  });

  it('can be settled for either side', () => {
    fc.assert(
      fc.property(arbitraryThree, ({ base, mine, theirs }) => {
        const { merged, conflicts } = mergeHunts(base, mine, theirs);
        for (const side of ['mine', 'theirs'] as const) {
          const settled = conflicts.reduce((content, conflict) => settle(content, conflict, side), merged);
          expect(idsOf(settled)).toEqual(idsOf(merged));
          // What was settled is that side's: merging what it made of the base once more finds nothing else there.
          for (const { where } of conflicts) {
            if (where.step === null)
              expect(settled).toMatchObject(conflicts.find((one) => one.where === where)?.values[side] ?? {});
          }
        }
      }),
    );
  });
});

const lines = (text: string) => text.split('\n');

/** All words of people in a hunt: its texts line by line, what its queries ask, what is pinned and found. */
function saidIn(content: HuntContent): Set<string> {
  const said = [content.title, content.owner, ...content.tags, ...content.techniques];
  said.push(...lines(content.hypothesis), ...lines(content.conclusion));
  for (const step of content.steps) {
    if (step.kind === 'note') said.push(...lines(step.text));
    if (step.kind === 'query') said.push(...lines(step.title), JSON.stringify(step.selection));
    if (step.kind === 'evidence') said.push(...step.pins.flatMap(({ event, reason }) => [event, ...lines(reason)]));
    if (step.kind === 'findings') said.push(...step.findings.flatMap(({ id, note: text }) => [id, ...lines(text)]));
  }
  return new Set(said.flatMap(lines));
}

describe('two people', () => {
  it('change different fields and steps: both are there', () => {
    const base = hunt({ steps: [note('a'), note('b')], tags: ['x', 'y'] });
    const mine = { ...base, title: 'Mine', steps: [note('a', 'mine'), note('b'), note('c')], tags: ['y'] };
    const theirs = {
      ...base,
      status: 'resolved' as const,
      steps: [note('a'), note('b', 'theirs')],
      tags: ['x', 'y', 'z'],
    };
    const { merged, conflicts } = mergeHunts(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(merged).toMatchObject({ title: 'Mine', status: 'resolved', tags: ['y', 'z'] });
    expect(merged.steps).toEqual([note('a', 'mine'), note('b', 'theirs'), note('c')]);
  });

  it('change the same field: mine is there, and both are told', () => {
    const base = hunt();
    const { merged, conflicts } = mergeHunts(base, { ...base, title: 'Mine' }, { ...base, title: 'Theirs' });
    expect(merged.title).toBe('Mine');
    expect(conflicts).toMatchObject([
      { where: { step: null, item: null, field: 'title' }, mine: 'Mine', theirs: 'Theirs' },
    ]);
    expect(conflicts.map((conflict) => settle(merged, conflict, 'theirs').title)).toEqual(['Theirs']);
  });

  it('change the same lines of a note: both are there, and either can be chosen without what else changed', () => {
    const base = hunt({ steps: [note('a', '1\n2\n3\n4\n5')] });
    const mine = { ...base, steps: [note('a', '1\nmine\n3\n4\n5')] };
    const theirs = { ...base, steps: [note('a', '1\ntheirs\n3\n4\n5\n6')] };
    const { merged, conflicts } = mergeHunts(base, mine, theirs);
    expect(merged.steps).toEqual([note('a', '1\nmine\ntheirs\n3\n4\n5\n6')]);
    const [conflict] = conflicts;
    expect(conflict).toMatchObject({ where: { step: 'a', field: 'text' }, mine: '1\nmine\n3\n4\n5\n6' });
    if (conflict === undefined) throw new Error('no conflict');
    expect(settle(merged, conflict, 'theirs').steps).toEqual([note('a', '1\ntheirs\n3\n4\n5\n6')]);
  });

  it('move and add steps: the order is of both', () => {
    const base = hunt({ steps: ['a', 'b', 'c', 'd'].map((id) => note(id)) });
    const mine = { ...base, steps: ['d', 'a', 'b', 'x', 'c'].map((id) => note(id)) };
    const theirs = { ...base, steps: ['b', 'a', 'y', 'c', 'd'].map((id) => note(id)) };
    expect(idsOf(mergeHunts(base, mine, theirs).merged)).toEqual(['d', 'b', 'x', 'a', 'y', 'c']);
  });

  it('delete a step that the other changed: it stays; one that nobody changed goes', () => {
    const base = hunt({ steps: [note('a'), note('b')] });
    const mine = { ...base, steps: [] };
    const theirs = { ...base, steps: [note('a', 'changed'), note('b')] };
    expect(mergeHunts(base, mine, theirs).merged.steps).toEqual([note('a', 'changed')]);
    expect(mergeHunts(base, theirs, mine).merged.steps).toEqual([note('a', 'changed')]);
  });

  it('pin into the same step: both pins are there, and one that was taken out is not', () => {
    const base = hunt({ steps: [evidence('e', '1-1', '1-2')] });
    const mine = { ...base, steps: [evidence('e', '1-2', '2-1')] };
    const theirs = { ...base, steps: [evidence('e', '1-1', '1-2', '3-1')] };
    expect(mergeHunts(base, mine, theirs)).toEqual({
      merged: { ...base, steps: [evidence('e', '1-2', '2-1', '3-1')] },
      conflicts: [],
    });
  });

  it('add steps of two kinds with one id: both are there', () => {
    const base = hunt();
    const { merged } = mergeHunts(base, { ...base, steps: [note('a')] }, { ...base, steps: [evidence('a', '1-1')] });
    expect(merged.steps).toEqual([{ ...note('a'), id: 'a-2' }, evidence('a', '1-1')]);
  });

  it('write more than is kept: what is chosen is not taken, and nothing is lost', () => {
    const base = hunt({ steps: [note('a', '1')] });
    const long = (letter: string) => ({
      ...base,
      steps: [note('a', letter.repeat(50_001))],
      conclusion: letter.repeat(50_001),
    });
    const { merged, conflicts } = mergeHunts(base, long('m'), long('t'));
    expect(conflicts).toHaveLength(2);
    for (const conflict of conflicts) expect(settle(merged, conflict, 'theirs')).toEqual(merged);
  });
});
