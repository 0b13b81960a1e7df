import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildFilters, mayContain } from '@/lib/blocks';
import { type FieldClause, nestedTest, parseQuery } from '@/lib/query';
import { huntFor, huntJoined, huntPieces, mayHold, packPieces, type Sought, unpackPieces } from './index';

function soughtIn(text: string): Sought {
  const query = parseQuery(text);
  if (query.kind === 'text' || query.kind === 'text-regex' || query.kind === 'field') return query;
  throw new Error(`"${text}" is not one term`);
}

/** A block of lines, one event each. */
function blockOf(lines: readonly string[]) {
  const pieces: number[] = [];
  let offset = 0;
  for (const [n, line] of lines.entries()) {
    const length = Buffer.byteLength(line) + 1;
    pieces.push(n, 0, offset, length);
    offset += length;
  }
  return { raw: Buffer.from(lines.map((line) => `${line}\n`).join('')), pieces: Int32Array.from(pieces) };
}

function passesFilters(sought: Sought, raw: Buffer): boolean {
  const filters = buildFilters(raw);
  return huntFor(sought).needles.some(({ probes }) => probes.every((probe) => mayContain(filters, probe)));
}

describe.each([
  ['needle', ['a Needle here', 'none', 'NEEDLE'], [0, 2]],
  ['n*le', ['a needle', 'le n', 'none'], [0]],
  ['/nee?dle$/', ['a needle', 'needle a', 'NEDLE'], [0, 2]],
  ['/^a.*b$/', ['a to b', 'x a to b', 'ab'], [0, 2]],
  ['/[0-9]{3}/', ['12', '123', 'a999'], [1, 2]],
  ['köln', ['in KÖLN', 'koln'], [0]],
  ['a.b:x*', ['{"a":{"b":"xyz"}}', '{"a":{"b":"y"},"b":"x"}', 'h {"a.b":"X"}'], [0, 2]],
  ['a.b:12', ['{"a":{"b":12.0}}', '{"a":{"b":1.2e1}}', '{"a":{"b":"12"}}', '{"a":{"b":112}}'], [0, 1, 2]],
] as const)('%s', (query, lines, expected) => {
  const sought = soughtIn(query);
  const { raw, pieces } = blockOf(lines);
  it('is found in pieces', () => {
    expect(huntPieces(huntFor(sought), raw, pieces).sort()).toEqual(expected);
    expect(mayHold(huntFor(sought), raw)).toBe(true);
    expect(passesFilters(sought, raw)).toBe(true);
  });
  it('is found in joined pieces', () => {
    if (huntFor(sought).joinsPieces) expect(huntJoined(huntFor(sought), [raw], pieces)).toEqual(expected);
  });
});

/** Encoders differ in what they escape: .NET writes \u0022 for a quotation mark, PHP \/ for a slash. */
const ENCODERS: readonly ((json: string) => string)[] = [
  (json) => json,
  (json) => json.replaceAll('/', '\\/'),
  (json) => json.replace(/[<>&+']/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16).toUpperCase()}`),
  (json) => json.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (json) => `{"log":"${json.replace(/[\\"]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)}"}`,
];
const key = fc.constantFrom('abcd', 'kind', 'a-b', 'x/y.io', "it's", 'clé', 'a+bcde', 'i');
const value = fc.constantFrom<string | number | boolean>(
  'Alpha',
  'a/b',
  'x+yz',
  "d'or",
  'é',
  'AIDA-12345',
  '12',
  12,
  1e-7,
  true,
  '<b>',
);

test('filters and literals rule out nothing that a path leads to, however its JSON is written', () => {
  fc.assert(
    fc.property(
      fc.array(key, { minLength: 1, maxLength: 3 }),
      value,
      fc.constantFrom(...ENCODERS),
      (names, one, encode) => {
        const json = encode(JSON.stringify(names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), one)));
        const field: FieldClause['field'] = { name: names.join('.'), kind: 'attribute', label: '', column: null };
        const clause: FieldClause = {
          kind: 'field',
          field,
          matcher: { kind: 'equals', value: String(one) },
          at: { from: 0, to: 0 },
        };
        const { raw, pieces } = blockOf([json]);
        expect([json, nestedTest(clause)(json)]).toEqual([json, true]);
        expect([json, passesFilters(clause, raw)]).toEqual([json, true]);
        expect([json, huntPieces(huntFor(clause), raw, pieces)]).toEqual([json, [0]]);
      },
    ),
    { numRuns: 1000 },
  );
});

test.each(['/healthz', '/api/v1/pods', '/var/log /tmp', 'a / b'])('%s is no expression', (text) => {
  expect(JSON.stringify(parseQuery(text))).not.toContain('text-regex');
});

const piece = fc.record({ offset: fc.nat(2 ** 30), length: fc.nat(2 ** 30) });
const run = fc.nat(20_000).map((length) => ({ length }));

test('pieces come out as they went in, in order of their offsets, and those that follow each other take little', () => {
  fc.assert(
    fc.property(fc.array(fc.option(piece, { nil: undefined })), fc.nat(2_000_000), (pieces, first) => {
      const list = unpackPieces({ bytes: packPieces(pieces), first });
      const expected = pieces.flatMap((one, index) => (one === undefined ? [] : [{ n: first + index, ...one }]));
      expected.sort((one, other) => one.offset - other.offset || one.n - other.n);
      expect([...list]).toEqual(expected.flatMap(({ n, offset, length }) => [n, 0, offset, length]));
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(fc.array(run), (runs) => {
      let end = 0;
      const pieces = runs.map(({ length }) => {
        end += length;
        return { offset: end - length, length };
      });
      expect(packPieces(pieces).length).toBeLessThanOrEqual(runs.length * 3);
    }),
  );
});
