import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ArgumentText, filled, fits, formatText, formOf } from './form';

const VALUES = ['alice', 'get', 'pods', null, '200', 'web-1', 'prod', 'prod', '%1$s', '/a'];
const argument: ArgumentText = (number) => VALUES[number] ?? null;

describe('the form of a text', () => {
  test.each([
    ['alice get pods/web-1 in prod 200', '%1$s %2$s %3$s/%6$s in %7$s 200'.replace('200', '%5$s')],
    ['prod/web-1 -> prod/web-2', '%7$s/%6$s -> %8$s/web-2'],
    ['got 2001 podsalice 1200', 'got 2001 podsalice 1200'],
    ['100 % of 200', '100 %% of %5$s'],
    ['what %1$s says', 'what %9$s says'],
    ['pods/a', '%3$s/a'],
    ['x/a', 'x%10$s'],
    ['', ''],
  ])('%s is %s', (text, expected) => {
    expect(formatText(formOf(text, argument, VALUES.length))).toBe(expected);
  });

  test('gives back the text, and fits no other', () => {
    const piece = fc.oneof(
      fc.constantFrom(...VALUES, '%', '%%', '%2$s', '/', ' ', '-', '\u{1F600}'),
      fc.string({ maxLength: 4 }),
    );
    const texts = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    const values = fc.array(fc.option(fc.oneof(fc.constantFrom('a', 'b c', '%', '7', ''), fc.string())), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(texts, texts, values, (text, other, given) => {
        const of: ArgumentText = (number) => given[number] ?? null;
        const form = formOf(text, of, given.length);
        expect(filled(formatText(form), of)).toBe(text);
        expect(fits(form, text, of)).toBe(true);
        expect(fits(form, other, of)).toBe(other === text);
      }),
    );
  });

  test('never has two arguments side by side, of which a character could be made', () => {
    const of: ArgumentText = (number) => ['x\ud83d', '\ude00y'][number] ?? null;
    expect(formOf('x\u{1F600}y', of, 2)).toEqual([0, '\ude00y']);
  });
});
