import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairScanner } from './key-values';

function pairs(text: string): [string, string][] {
  const scanner = new PairScanner();
  scanner.start(text, 0);
  const found: [string, string][] = [];
  while (scanner.next()) found.push([scanner.key, scanner.value]);
  return found;
}

test.each<[string, [string, string][]]>([
  [
    'a=1 b=two',
    [
      ['a', '1'],
      ['b', 'two'],
    ],
  ],
  [
    'a= b=""',
    [
      ['a', ''],
      ['b', ''],
    ],
  ],
  [
    'a="x \\"y\\" \\n\\u00e9\\\\" b=1',
    [
      ['a', 'x "y" \né\\'],
      ['b', '1'],
    ],
  ],
  ['a="never closed b=1', [['a', 'never closed b=1']]],
  [
    'ips=["10.0.0.1" "::1"] b=1',
    [
      ['ips', '["10.0.0.1" "::1"]'],
      ['b', '1'],
    ],
  ],
  [
    'o={"a":"} ]"} p=&{X:1 Y:map[a:b c:d]} q=2',
    [
      ['o', '{"a":"} ]"}'],
      ['p', '&{X:1 Y:map[a:b c:d]}'],
      ['q', '2'],
    ],
  ],
  [
    'err=<\n\tfirst line\n\tsecond=line\n > b=1',
    [
      ['err', '\tfirst line\n\tsecond=line'],
      ['b', '1'],
    ],
  ],
  [
    '"msg"="starting" "count"=3',
    [
      ['msg', 'starting'],
      ['count', '3'],
    ],
  ],
  [
    'stray words a=1 "quoted = stray" b=2',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  [
    'url=http://h/?a=b&c=d x=1',
    [
      ['url', 'http://h/?a=b&c=d'],
      ['x', '1'],
    ],
  ],
  [
    '__proto__=x constructor=y',
    [
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ],
  ],
  ['=novalue', []],
])('walks %s', (text, expected) => {
  expect(pairs(text)).toEqual(expected);
});

test('gives back what was quoted', () => {
  const key = fc.stringMatching(/^[a-z][a-z_.]{0,8}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.string()), { maxLength: 8 }), (expected) => {
      const text = expected.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(' ');
      expect(pairs(text)).toEqual(expected);
    }),
  );
});

test('comes to an end on any text', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('a', '=', '"', '\\', ' ', '{', '}', '[', ']', '<', '\n', '>', ','),
  });
  fc.assert(fc.property(hostile, (text) => pairs(text).length <= text.length));
});
