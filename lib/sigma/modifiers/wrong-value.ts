import { Refused } from '../refusal';
import type { SigmaTest } from '../sigma-test';

const WORDS: Readonly<Record<SigmaTest['kind'], string>> = {
  text: 'a text',
  regex: 'a regular expression',
  time: 'a part of a time',
  field: 'a field',
  number: 'a number',
  truth: 'true or false',
  null: 'null',
  exists: 'whether a field exists',
  network: 'a network',
  compare: 'a comparison',
};

/** The refusal of a modifier for what it stands on. */
export function wrongValue(modifier: string, needed: string, given: SigmaTest): Refused {
  return new Refused('modifier', modifier, `the modifier "${modifier}" needs ${needed}, not ${WORDS[given.kind]}`);
}

/** The refusal of a modifier that must be the first one. */
export function notFirst(modifier: string): Refused {
  return new Refused('modifier', modifier, `the modifier "${modifier}" must be the first one`);
}
