import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BlockCutter } from './block-cutter';

function cutAll(chunks: readonly Uint8Array[], target: number): string[] {
  const cutter = new BlockCutter(target);
  const blocks: string[] = [];
  const drain = () => {
    for (let block = cutter.next(); block !== null; block = cutter.next()) blocks.push(block.toString('latin1'));
  };
  for (const chunk of chunks) {
    cutter.push(chunk);
    drain();
  }
  const rest = cutter.rest();
  if (rest !== null) blocks.push(rest.toString('latin1'));
  return blocks;
}

test('every byte is in one block, in order, however the bytes arrive', () => {
  const text = fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', 'long piece of text'), { maxLength: 80 });
  fc.assert(
    fc.property(text, fc.array(fc.nat(20), { maxLength: 20 }), (pieces, sizes) => {
      const bytes = Buffer.from(pieces.join(''));
      const chunks: Buffer[] = [];
      let at = 0;
      for (const size of sizes) {
        chunks.push(bytes.subarray(at, at + size));
        at = Math.min(bytes.length, at + size);
      }
      chunks.push(bytes.subarray(at));
      const blocks = cutAll(chunks, 16);
      expect(blocks.join('')).toBe(bytes.toString());
      expect(blocks).toEqual(cutAll([bytes], 16));
      for (const block of blocks.slice(0, -1)) expect(block.endsWith('\n')).toBe(true);
    }),
  );
});

test('a block ends with the last line that fits, a longer line has one of its own', () => {
  expect(cutAll([Buffer.from('one\ntwo\nthree\na very long line\nx')], 8)).toEqual([
    'one\ntwo\n',
    'three\n',
    'a very long line\n',
    'x',
  ]);
});

test('what is put back opens the next block', () => {
  const cutter = new BlockCutter(8);
  cutter.push(Buffer.from('one\ntwo\nthree\n'));
  const block = cutter.next();
  expect(block?.toString()).toBe('one\ntwo\n');
  cutter.unread(4);
  expect(cutter.next()?.toString()).toBe('two\n');
  expect(cutter.rest()?.toString()).toBe('three\n');
});

test('the pieces of a line that does not end are not joined again and again', () => {
  const cutter = new BlockCutter();
  const began = performance.now();
  for (let count = 0; count < 15_000; count += 1) {
    cutter.push(Buffer.alloc(1024, 'x'));
    expect(cutter.next()).toBeNull();
  }
  expect(cutter.rest()?.length).toBe(15_000 * 1024);
  expect(performance.now() - began).toBeLessThan(4000);
});
