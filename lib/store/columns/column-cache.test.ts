import { expect, test } from 'vitest';
import { encodeBlock } from '@/lib/blocks';
import { DICTIONARY_CHUNK } from '@/lib/columns';
import type { Reader } from '../read-only';
import type { SegmentSpan } from '../segment-span';
import { ColumnCache } from './column-cache';

const VALUES = 1100;

function segment(id: number): SegmentSpan {
  return { id, events: VALUES, numbers: VALUES, columns: true, grows: false, first: null, last: null };
}

/** As `lib/columns` stores it: the length of a list, the list, and counts. */
function storedDictionary(values: readonly string[], counts: Uint32Array): Buffer {
  const list = Buffer.from(JSON.stringify(values));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(list.length);
  return Buffer.concat([head, list, Buffer.from(counts.buffer)]);
}

const packed = new Map<number, object>();

/** A database in which each segment has values of its own, and one that all have. */
const reader: Reader = {
  copy: () => Promise.reject(new Error('not asked')),
  async rows(statement) {
    const [ids] = statement.toQuery().values;
    const rows = (Array.isArray(ids) ? ids : []).map(async (id: number) => {
      const known = packed.get(id);
      if (known !== undefined) return known;
      const values = Array.from({ length: VALUES }, (_, value) => (value === 0 ? 'shared' : `value ${value} of ${id}`));
      const counts = new Uint32Array(VALUES + 1).fill(1);
      const { codec, data } = await encodeBlock(storedDictionary(values, counts));
      const row = { segment: id, chunk: DICTIONARY_CHUNK, rows: VALUES, codec, data };
      packed.set(id, row);
      return row;
    });
    // A fake of a database cannot know what is asked of it.
    return (await Promise.all(rows)) as never[];
  },
};

async function valuesOf(cache: ColumnCache, ids: readonly number[]) {
  const answers = await cache.dictionariesOf(reader, ids.map(segment), 'user');
  return answers.map((answer) => {
    if (answer === 'too-many') throw new Error('not kept');
    return { all: answer.all, texts: Array.from(answer.numbers, (number) => answer.all.values[number]) };
  });
}

test('values of sources that come and go do not pile up', async () => {
  const cache = new ColumnCache(1e9);
  await valuesOf(cache, [0]);
  const once = cache.budget.used;
  for (let id = 1; id < 20; id += 1) {
    cache.forget(new Set([id - 1]));
    await valuesOf(cache, [id]);
    expect(cache.budget.used).toBeLessThan(once * 3);
  }
  cache.forget(new Set([19]));
  expect(cache.budget.used).toBeLessThan(once / 10);
});

test('memory that is short makes values go, and answers stay whole', async () => {
  const cache = new ColumnCache(450_000);
  for (let round = 0; round < 2; round += 1) {
    for (let id = 0; id < 30; id += 5) {
      const ids = Array.from({ length: 20 }, (_, index) => (id + index) % 30);
      const answers = await valuesOf(cache, ids);
      expect(new Set(answers.map(({ all }) => all)).size).toBe(1);
      for (const [index, { texts }] of answers.entries()) {
        expect(texts.slice(0, 2)).toEqual(['shared', `value 1 of ${ids[index]}`]);
        expect(new Set(texts).size).toBe(VALUES);
      }
    }
  }
  await valuesOf(cache, [1]);
  expect(cache.budget.used).toBeLessThanOrEqual(450_000);
});
