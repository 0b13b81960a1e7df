import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS } from '@/lib/events';
import { PATTERN_ORDERS } from '@/lib/interface';
import { changed, sameSelection, saysNothing, withKept } from './kept-values';
import { type ExplorerValues, NO_VALUES, readExplorerSearch, writeExplorerSearch } from './search-params';
import { survived } from './survival';

/** Any text that a URL can hold: lone halves of surrogate pairs cannot be. */
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('a&b=c#d', '%', '+ +', 'ä😀‮', '<img src=x>'),
);
const filled = text.filter((each) => each !== '');
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const names = fc.array(filled, { minLength: 1, maxLength: 5 });

const arbitraryValues: fc.Arbitrary<ExplorerValues> = fc.record({
  q: text,
  ...{ from: maybe(filled), to: maybe(filled), source: maybe(filled), by: maybe(filled) },
  ...{ cols: maybe(names), facets: maybe(names), sort: filled },
  patterns: maybe(fc.constantFrom(...PATTERN_ORDERS)),
  ...{ event: maybe(filled), chart: maybe(filled), compare: maybe(filled) },
  ...{ charts: fc.boolean(), live: fc.boolean(), marks: fc.boolean() },
  ...{ since: maybe(filled), at: maybe(filled), link: maybe(filled), proof: maybe(filled) },
});

const throughAddress = (values: ExplorerValues) =>
  readExplorerSearch(new URL(writeExplorerSearch('/explore', values), 'http://host').searchParams);

test('a state comes back from its address as it was', () => {
  fc.assert(
    fc.property(arbitraryValues, (values) => {
      expect(throughAddress(values)).toEqual(values);
    }),
  );
});

test('no address makes the page throw, and what is left of it is an address that says nothing wrong', () => {
  const arbitrarySearch = fc.array(fc.tuple(fc.constantFrom(...Object.keys(NO_VALUES), 'x'), text), { maxLength: 20 });
  fc.assert(
    fc.property(arbitrarySearch, (pairs) => {
      const { values } = survived(readExplorerSearch(new URLSearchParams(pairs)), new Set());
      const again = survived(throughAddress(values), new Set());
      expect(again.notes).toEqual([]);
    }),
  );
});

test('good values stay, and nothing is said', () => {
  const values: ExplorerValues = {
    ...NO_VALUES,
    ...{
      q: 'verb:delete',
      from: 'now-1h',
      to: '2026-01-31T12:00:00Z',
      at: '2026-01-31',
      sort: '-status',
      by: 'any.attribute',
    },
    ...{
      cols: ['time', 'user:120'],
      facets: FIELDS.slice(0, 5).map(({ name }) => name),
      compare: 'rest',
      chart: 'bars',
    },
  };
  const { values: kept, notes } = survived({ ...values, chart: null }, null);
  expect([kept, notes]).toEqual([{ ...values, chart: null }, []]);
});

test('what is not there any more is named, and the rest is kept', () => {
  const gone = '11111111-2222-4333-8444-555555555555';
  const { values, notes } = survived(
    {
      ...NO_VALUES,
      ...{ q: 'verb:delete', from: 'yesterday', to: 'now', sort: '-flavour', by: 'time', cols: ['time', 'flavour:90'] },
      ...{ facets: ['user', 'id'], chart: 'pie', compare: 'mars', source: `${gone},named.log` },
    },
    new Set(['another']),
  );
  expect(values).toMatchObject({
    q: 'verb:delete',
    from: null,
    to: 'now',
    sort: 'desc',
    by: null,
    source: 'named.log',
  });
  expect(values).toMatchObject({ cols: ['time'], facets: ['user'], chart: null, compare: null });
  expect(notes.join('; ')).toBe(
    'facets: “id” is no field to count by; columns: there is no column “flavour:90”; from: “yesterday” is not a time; sort: events cannot be sorted by “-flavour”; bars: “time” is no field to count by; chart: there is no kind “pie”; compare: “mars” is nothing to compare with; ' +
      `source ${gone} was deleted`,
  );
});

test('a field that we renamed is found by its old name', () => {
  const values = { ...NO_VALUES, cols: ['who:120'], facets: ['who'], sort: '-who', by: 'who' };
  const { values: kept, notes } = survived(values, null, new Map([['who', 'user']]));
  expect(kept).toMatchObject({ cols: ['user:120'], facets: ['user'], sort: '-user', by: 'user' });
  expect(notes).toEqual([]);
});

test('what the address says stands above what is kept for it', () => {
  const kept = { ...NO_VALUES, q: 'kept', event: '1-2', sort: 'asc' };
  expect(withKept({ ...NO_VALUES, link: 'abc' }, kept)).toEqual({ ...kept, link: 'abc', event: null });
  expect(withKept({ ...NO_VALUES, q: 'own', event: '3-4' }, kept)).toMatchObject({
    q: 'own',
    event: '3-4',
    sort: 'asc',
  });
  expect(saysNothing({ ...NO_VALUES, link: 'abc', event: '1-2' })).toBe(true);
  expect(saysNothing({ ...NO_VALUES, q: 'x' })).toBe(false);
  expect(changed(kept, { q: null, by: 'user' })).toEqual({ ...kept, q: '', by: 'user' });
  expect([sameSelection(kept, { ...kept, sort: 'desc' }), sameSelection(kept, NO_VALUES)]).toEqual([true, false]);
});
