import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { YamlFramer } from './yaml-framer';

function frame(text: string, cuts: readonly number[] = []): string[] {
  const framer = new YamlFramer();
  const found = [];
  let from = 0;
  for (const cut of [...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]) {
    found.push(...framer.feed(text.slice(from, cut)));
    from = cut;
  }
  found.push(...framer.end());
  return found.map((item) => text.slice(item.start, item.end));
}

const cuts = fc.array(fc.nat(500), { maxLength: 8 });
const name = fc.constantFrom('a', 'kind', 'spec', 'message');
const text = fc.constantFrom('x', 'two\nlines\n', '- dash', '---', 'a: b', '', 'items:');
const record = fc.dictionary(name, fc.oneof(text, fc.integer(), fc.array(fc.dictionary(name, text, { minKeys: 1 }))), {
  minKeys: 1,
});

/** Few and small: the YAML library that they are checked against is slow. */
const some = fc.array(record, { minLength: 1, maxLength: 5 });
const runs = { numRuns: 40 };

describe('YamlFramer', () => {
  test('finds the documents of a stream, wherever the text is cut', () => {
    fc.assert(
      fc.property(some, cuts, (records, at) => {
        const stream = records.map((value) => stringify(value)).join('---\n');
        expect(frame(stream, at).map((item) => parse(item))).toEqual(records);
      }),
      runs,
    );
  });

  test('finds the entries of a list, indented or not', () => {
    fc.assert(
      fc.property(some, fc.boolean(), cuts, (records, indentSeq, at) => {
        const list = stringify({ apiVersion: 'v1', items: records, kind: 'List', metadata: { a: '1' } }, { indentSeq });
        expect(frame(`---\n${list}`, at).map((item) => parse(item))).toEqual(records.map((value) => [value]));
      }),
      runs,
    );
  });

  test('finds the entries of a document that is a sequence', () => {
    fc.assert(
      fc.property(some, cuts, (records, at) => {
        expect(frame(stringify(records), at).map((item) => parse(item))).toEqual(records.map((value) => [value]));
      }),
      runs,
    );
  });

  test('takes a list without entries for a record', () => {
    expect(frame('apiVersion: v1\nitems: []\nkind: List\n')).toEqual(['apiVersion: v1\nitems: []\nkind: List\n']);
    expect(frame('apiVersion: v1\nitems:\nkind: List\n')).toEqual(['apiVersion: v1\nitems:\nkind: List\n']);
  });

  test('leaves comments and separators to nobody', () => {
    expect(frame('# by hand\n---\nkind: A\n---\n---\n\nkind: B\r\n# end\n...\n')).toEqual(['kind: A\n', 'kind: B\r\n']);
  });

  test('gives an unfinished record as far as it goes', () => {
    expect(frame('items:\n- kind: A\n- kind: B\n  met')).toEqual(['- kind: A\n', '- kind: B\n  met']);
  });
});
