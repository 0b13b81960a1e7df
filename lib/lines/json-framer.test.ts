import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonFramer } from './json-framer';

/** The records that a framer finds in a text fed in pieces cut at the given places. */
function frame(text: string, cuts: readonly number[] = []): string[] {
  const framer = new JsonFramer();
  const found = [];
  let from = 0;
  for (const cut of [...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]) {
    found.push(...framer.feed(text.slice(from, cut)));
    from = cut;
  }
  found.push(...framer.end());
  let last = 0;
  for (const item of found) {
    expect(item.start).toBeGreaterThanOrEqual(last);
    expect(item.end).toBeGreaterThan(item.start);
    last = item.end;
  }
  return found.map((item) => text.slice(item.start, item.end));
}

const cuts = fc.array(fc.nat(2000), { maxLength: 8 });
/** Keys that no list has, so that a random object is not taken for one. */
const record = fc.dictionary(
  fc.string().map((key) => `_${key}`),
  fc.jsonValue(),
);
const indent = fc.constantFrom(0, 2, '\t');

describe('JsonFramer', () => {
  test('finds concatenated objects, however they are printed and wherever the text is cut', () => {
    fc.assert(
      fc.property(
        fc.array(record),
        indent,
        fc.constantFrom('', '\n', '\r\n\r\n', ',\n'),
        cuts,
        (records, space, gap, at) => {
          const texts = records.map((value) => JSON.stringify(value, null, space));
          expect(frame(texts.join(gap), at)).toEqual(texts);
        },
      ),
    );
  });

  test('finds the elements of an array', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), indent, cuts, (values, space, at) => {
        const found = frame(`\ufeff${JSON.stringify(values, null, space)}\n`, at);
        expect(found.map((text) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(values)));
      }),
    );
  });

  test('finds the elements of a list object', () => {
    const head = fc.constantFrom({}, { kind: 'EventList', apiVersion: 'v1', metadata: { a: [1, { items: [] }] } });
    const key = fc.constantFrom('items', 'Items', 'records', 'Records');
    fc.assert(
      fc.property(fc.array(record, { minLength: 1 }), head, key, indent, cuts, (records, header, name, space, at) => {
        const text = JSON.stringify({ ...header, [name]: records, kind: 'List', after: { items: [{}] } }, null, space);
        expect(frame(text, at).map((item) => JSON.parse(item))).toEqual(JSON.parse(JSON.stringify(records)));
      }),
    );
  });

  test('takes an empty list for a record', () => {
    expect(frame('{"kind":"PodList","items":[]}')).toEqual(['{"kind":"PodList","items":[]}']);
    expect(frame('[ ]')).toEqual(['[ ]']);
  });

  test('takes an object with more than a list header for a record', () => {
    const order = '{"order":7,"items":[{"article":"a"}]}';
    expect(frame(order)).toEqual([order]);
    const nested = '{"metadata":{"items":[1]},"spec":{}}';
    expect(frame(nested)).toEqual([nested]);
  });

  test('leaves text that is no JSON to nobody', () => {
    expect(frame('== begin {x ==\n{"a":1}\nend of {x}\n[{"b":2}] tail\n')).toEqual(['{"a":1}', '{"b":2}']);
  });

  test('recovers from a record that was never closed', () => {
    expect(frame('{"a": {"b": 1\n{"c": 2}\n')).toEqual(['{"a": {"b": 1', '{"c": 2}']);
    expect(frame('{"a": "torn\n{"c": 2}\n')).toEqual(['{"a": "torn', '{"c": 2}']);
  });

  test('gives the unfinished record at the end', () => {
    expect(frame('{"a":1}\n{"b":')).toEqual(['{"a":1}', '{"b":']);
    expect(frame('[{"a":1},{"b"')).toEqual(['{"a":1}', '{"b"']);
    expect(frame('{"items":[{"a":1},')).toEqual(['{"a":1}']);
  });

  test('never loses or overlaps anything on hostile text', () => {
    const hostile = fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', '\n', 'a', ' ') });
    fc.assert(
      fc.property(hostile, cuts, (text, at) => {
        expect(frame(text, at)).toEqual(frame(text));
      }),
    );
  });
});
