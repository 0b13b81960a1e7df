import { describe, expect, it } from 'vitest';
import type { HuntAnswer, HuntContent } from '@/lib/interface';
import { edited, kept, openNotebook, patchOf, received, withRedo, withUndo } from './notebook-state';

const BASE: HuntAnswer = {
  ...{ slug: 'a', version: 1, title: 'A', hypothesis: 'one\ntwo\nthree', conclusion: '', status: 'hypothesis' },
  ...{ techniques: [], owner: '', tags: [], archived: false, steps: [], evidence: [], importedEvidence: [] },
  ...{ createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' },
};
const withPart = (change: Partial<HuntContent>) => (content: HuntContent) => ({ ...content, ...change });
const theirs = (change: Partial<HuntAnswer>): HuntAnswer => ({ ...BASE, version: 2, ...change });

describe('a notebook', () => {
  it('sends what differs, and nothing where nothing does', () => {
    const opened = openNotebook(BASE);
    expect(patchOf(opened)).toBeNull();
    const state = edited(opened, withPart({ owner: 'ann' })(opened.mine), 'owner', 0);
    expect(patchOf(state)).toEqual({ owner: 'ann', version: 1 });
    expect(patchOf(kept(state, theirs({ owner: 'ann' })))).toBeNull();
  });

  it('waits for a title while there is none, and sends none with blanks at its ends', () => {
    const opened = openNotebook(BASE);
    expect(patchOf(edited(opened, withPart({ title: ' ' })(opened.mine), 'title', 0))).toBeNull();
    expect(patchOf(edited(opened, withPart({ title: 'B ' })(opened.mine), 'title', 0))).toEqual({
      title: 'B',
      version: 1,
    });
  });

  it('keeps what was typed while a change was under way', () => {
    const opened = openNotebook(BASE);
    const typed = edited(opened, withPart({ title: 'Who ' })(opened.mine), 'title', 0);
    const state = kept(typed, theirs({ title: 'Who' }));
    expect(state.mine.title).toBe('Who ');
    expect(patchOf(state)).toBeNull();
  });

  it('takes in what others changed, and sends what is its own', () => {
    const opened = openNotebook(BASE);
    const own = edited(opened, withPart({ hypothesis: 'one of ann\ntwo\nthree' })(opened.mine), '', 0);
    const state = received(own, theirs({ hypothesis: 'one\ntwo\nthree of ben', owner: 'ben' }));
    expect(state.conflicts).toEqual([]);
    expect(state.mine).toMatchObject({ hypothesis: 'one of ann\ntwo\nthree of ben', owner: 'ben' });
    expect(patchOf(state)).toEqual({ hypothesis: 'one of ann\ntwo\nthree of ben', version: 2 });
    expect(received(state, BASE)).toBe(state);
  });

  it('has both versions of the same words, and tells of them', () => {
    const opened = openNotebook(BASE);
    const own = edited(opened, withPart({ hypothesis: 'ann\ntwo\nthree' })(opened.mine), '', 0);
    const state = received(own, theirs({ hypothesis: 'ben\ntwo\nthree' }));
    expect(state.conflicts).toHaveLength(1);
    expect(state.mine.hypothesis).toContain('ann');
    expect(state.mine.hypothesis).toContain('ben');
  });

  it('takes back its own changes in turn, and leaves those of others', () => {
    const opened = openNotebook(BASE);
    const typed = [...'abc'].reduce(
      (state, _letter, place) =>
        edited(state, withPart({ owner: 'abc'.slice(0, place + 1) })(state.mine), 'owner', place * 100),
      opened,
    );
    const tagged = edited(typed, withPart({ tags: ['x'] })(typed.mine), '', 5000);
    const merged = received(tagged, theirs({ status: 'resolved' }));
    const once = withUndo(merged);
    expect(once.mine).toMatchObject({ owner: 'abc', tags: [], status: 'resolved' });
    const twice = withUndo(once);
    expect(twice.mine).toMatchObject({ owner: '', tags: [], status: 'resolved' });
    expect(withUndo(twice)).toBe(twice);
    expect(withRedo(withRedo(twice)).mine).toMatchObject({ owner: 'abc', tags: ['x'], status: 'resolved' });
  });
});
