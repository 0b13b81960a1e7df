import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineEdits } from './line-edits';
import { mergeText } from './merge-text';

const text = fc.array(fc.constantFrom('', 'a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 12 });

function applied(base: readonly string[], other: readonly string[]): string[] {
  const lines: string[] = [];
  let at = 0;
  for (const edit of lineEdits(base, other)) {
    lines.push(...base.slice(at, edit.from), ...edit.lines);
    at = edit.to;
  }
  return lines.concat(base.slice(at));
}

describe('the edits between two texts', () => {
  it('make one of the other', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(applied(base, other)).toEqual(other);
      }),
    );
  });

  it('are few where few lines changed', () => {
    const base = ['a', '', 'b', '', 'c', '', 'd'];
    expect(lineEdits(base, ['a', '', 'B', '', 'c', '', 'd', 'e'])).toEqual([
      { from: 2, to: 3, lines: ['B'] },
      { from: 7, to: 7, lines: ['e'] },
    ]);
    expect(lineEdits(base, base)).toEqual([]);
  });
});

describe('merged texts', () => {
  it('have every line that either added', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const both = new Set(mergeText(base.join('\n'), mine.join('\n'), theirs.join('\n')).merged.split('\n'));
        for (const line of [...mine, ...theirs]) if (!base.includes(line) && line !== '') expect(both).toContain(line);
      }),
    );
  });

  it.each([
    ['1\n2\n3', '0\n1\n2\n3', '1\n2\n3\n4', '0\n1\n2\n3\n4', false],
    ['1\n2\n3', '1\nx\n3', '1\n2\ny', '1\nx\ny', false],
    ['1\n2\n3', '1\n3', '1\n2\n3\n4', '1\n3\n4', false],
    ['1', '1\nmine', '1\ntheirs', '1\nmine\ntheirs', false],
    ['1', '1\nboth', '1\nboth', '1\nboth', false],
    ['1\n2', '1\nx', '1\ny', '1\nx\ny', true],
    ['', 'mine', 'theirs', 'mine\ntheirs', true],
    ['1\n2\n3', '1\n3', '1\nx\n3', '1\nx\n3', true],
  ])('of %j, %j and %j is %j', (base, mine, theirs, merged, overlaps) => {
    expect(mergeText(base, mine, theirs)).toMatchObject({ merged, overlaps });
  });

  it('of many short lines are made in little more time than it takes to read them', () => {
    // A diff that looks for the fewest edits would compare each of these lines with each.
    const some = (seed: number) => Array.from({ length: 25_000 }, (_none, n) => String((n * seed) % 9)).join('\n');
    expect(mergeText(some(2), some(5), some(7)).merged.length).toBeGreaterThan(50_000);
  });
});
