import { Refused } from '../refusal';
import type { SigmaTest, TextTest } from '../sigma-test';
import { hasWildcards, literal, plainText, withLiterals } from '../text-pattern';
import { asText } from './as-text';
import type { ModifierExample, ValueModifier } from './modifier';
import { wrongValue } from './wrong-value';

export const utf16le = utf16('utf16le', ['wide'], false, 'The value as UTF-16, the lower byte first.', [
  { modifiers: '|wide|base64offset|contains', value: 'ping', finds: ['xx cABpAG4AZwA= yy'], misses: ['cGluZw=='] },
  { modifiers: '|utf16le|base64|contains', value: 'é', finds: ['6QA='], misses: ['w6k='] },
]);

export const utf16be = utf16('utf16be', [], false, 'The value as UTF-16, the higher byte first.', [
  { modifiers: '|utf16be|base64', value: 'hi', finds: ['AGgAaQ=='], misses: ['aABpAA=='] },
]);

export const utf16Marked = utf16('utf16', [], true, 'The value as UTF-16 behind a byte order mark.', [
  { modifiers: '|utf16|base64', value: 'hi', finds: ['//5oAGkA'], misses: ['aABpAA=='] },
]);

export const base64: ValueModifier = {
  name: 'base64',
  aliases: [],
  works: 'value',
  about: 'The value in Base64.',
  apply(test) {
    return [encoded(Buffer.from(bytesOf('base64', test)).toString('base64'))];
  },
  examples: [
    { modifiers: '|base64', value: 'ping', finds: ['cGluZw=='], misses: ['ping', null] },
    { modifiers: '|base64|contains', value: 'é\\*', finds: ['x w6kq y'], misses: ['6So='] },
  ],
};

/** How much of the text is the value's alone, for each place modulo three at which it may stand. */
const STARTS = [0, 2, 3];
const ENDS = [undefined, -3, -2];

export const base64offset: ValueModifier = {
  name: 'base64offset',
  aliases: [],
  works: 'value',
  about: 'The three ways in which the value may look within a longer text in Base64.',
  apply(test) {
    const bytes = bytesOf('base64offset', test);
    return STARTS.map((start, shift) => {
      const shifted = Buffer.concat([Buffer.alloc(shift, ' '), bytes]);
      const own = shifted.toString('base64').slice(start, ENDS[shifted.length % 3]);
      // Nothing of one byte is its own at the second place: the rule would find every text.
      if (own === '')
        throw new Refused('value', 'base64offset', 'the modifier "base64offset" needs at least two bytes');
      return encoded(own);
    });
  },
  examples: [
    {
      modifiers: '|base64offset|contains',
      value: '/bin/bash',
      // "/bin/bash", "x/bin/bash" and "xy/bin/bash", each with a space behind it.
      finds: ['L2Jpbi9iYXNoIA==', 'eC9iaW4vYmFzaCA=', 'eHkvYmluL2Jhc2gg'],
      misses: ['/bin/bash', null],
    },
  ],
};

function utf16(
  name: string,
  aliases: readonly string[],
  marked: boolean,
  about: string,
  examples: readonly ModifierExample[],
): ValueModifier {
  return {
    name,
    aliases,
    works: 'value',
    about,
    examples,
    apply(given) {
      const test = asText(given);
      if (test.kind !== 'text' || test.isBytes) throw wrongValue(name, 'a text', test);
      const pattern = withLiterals(test.pattern, (text) => bytesText(name, text));
      return [{ ...test, pattern: marked ? [literal('\u00ff\u00fe'), ...pattern] : pattern, isBytes: true }];
    },
  };
}

function bytesText(name: string, text: string): string {
  const bytes = Buffer.from(text, 'utf16le');
  return (name === 'utf16be' ? bytes.swap16() : bytes).toString('latin1');
}

function bytesOf(name: string, given: SigmaTest): Uint8Array {
  const test = asText(given);
  if (test.kind !== 'text') throw wrongValue(name, 'a text', test);
  if (hasWildcards(test.pattern)) {
    throw new Refused('modifier', name, `the modifier "${name}" cannot be put on a value with wildcards`);
  }
  const bytes = Buffer.from(plainText(test.pattern), test.isBytes ? 'latin1' : 'utf8');
  if (bytes.length === 0) throw new Refused('value', name, `the modifier "${name}" needs a value that is not empty`);
  return bytes;
}

function encoded(text: string): TextTest {
  return { kind: 'text', pattern: [literal(text)], cased: false, isBytes: false };
}
