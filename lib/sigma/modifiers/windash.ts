import type { Pattern } from '@/lib/query';
import { Refused } from '../refusal';
import { literal, merged } from '../text-pattern';
import type { ValueModifier } from './modifier';
import { wrongValue } from './wrong-value';

/** What may stand before an option: hyphen, slash, en dash, em dash, horizontal bar. */
const DASHES = ['-', '/', '\u2013', '\u2014', '\u2015'];
/** A dash or slash at the beginning of a word that is not inside one. */
const OPTION = /\B[-/]\b/g;
/** Each one makes five values of one. */
const OPTIONS_MAX = 3;

export const windash: ValueModifier = {
  name: 'windash',
  aliases: [],
  works: 'value',
  about: 'What begins an option may be a hyphen, a slash or a longer dash.',
  apply(test) {
    if (test.kind !== 'text') throw wrongValue('windash', 'a text', test);
    return variants(test.pattern).map((pattern) => ({ ...test, pattern }));
  },
  examples: [
    { modifiers: '|windash|contains', value: ' -f ', finds: ['x /f y', 'x -F y', 'x \u2014f y'], misses: ['x f y'] },
    { modifiers: '|windash', value: '-a-b', finds: ['/a-b', '-a-b'], misses: ['-a/b'] },
    { modifiers: '|contains|windash', value: '-x', finds: ['a /x'], misses: ['a x'] },
  ],
};

function variants(pattern: Pattern): Pattern[] {
  const count = pattern.reduce((sum, part) => sum + (part.kind === 'literal' ? optionsIn(part.text).length : 0), 0);
  if (count > OPTIONS_MAX) {
    throw new Refused('modifier', 'windash', `"windash" is put on at most ${OPTIONS_MAX} options in one value`);
  }
  return pattern
    .reduce<Pattern[]>(
      (before, part) => {
        const choices = part.kind === 'literal' ? spellings(part.text).map(literal) : [part];
        return before.flatMap((start) => choices.map((choice) => [...start, choice]));
      },
      [[]],
    )
    .map(merged);
}

function optionsIn(text: string): number[] {
  return [...text.matchAll(OPTION)].map((match) => match.index);
}

function spellings(text: string): string[] {
  const places = optionsIn(text);
  return places.reduce<string[]>(
    (before, place) =>
      before.flatMap((start) => DASHES.map((dash) => start.slice(0, place) + dash + start.slice(place + 1))),
    [text],
  );
}
