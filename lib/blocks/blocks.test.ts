import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFilters, CODEC, decodeBlock, decodeBlockSync, encodeBlock, mayContain, probeFor } from './index';

const line = fc.stringMatching(/^[A-Za-z0-9 _./:{}"=é-]{0,60}$/);

describe('raw block codec', () => {
  test('gives back the bytes that it was given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const { codec, data } = await encodeBlock(Buffer.from(bytes));
        expect(await decodeBlock(codec, data)).toEqual(Buffer.from(bytes));
      }),
    );
  });

  test('shrinks what repeats and leaves what does not', async () => {
    expect((await encodeBlock(Buffer.alloc(10_000, 'log line '))).data.length).toBeLessThan(200);
    expect((await encodeBlock(Buffer.from([1, 2, 3]))).codec).toBe(CODEC.none);
  });

  test('unpacks at once what was packed in the background', async () => {
    const raw = Buffer.from('log line after log line after log line '.repeat(50));
    const { codec, data } = await encodeBlock(raw);
    expect(codec).not.toBe(CODEC.none);
    expect(decodeBlockSync(codec, data, raw.length)).toEqual(raw);
  });

  test('unpacks what other runtimes packed, by brotli and by the zstd of Node 22', async () => {
    const raw = Buffer.from('log line '.repeat(20));
    for (const [codec, packed] of [
      [CODEC.brotli, 'i1kAAICqqqrq/3Sl+4WBgQEYmOEALn6lS/ONHcAan/ammYhHAw=='],
      [CODEC.zstd, 'KLUv/SC0hQAASGxvZyBsaW5lIAEAKFLlCA=='],
    ] as const) {
      const data = Buffer.from(packed, 'base64');
      expect(await decodeBlock(codec, data)).toEqual(raw);
      expect(decodeBlockSync(codec, data, raw.length)).toEqual(raw);
    }
  });

  test('says of damaged bytes that they are', async () => {
    const { codec, data } = await encodeBlock(Buffer.alloc(10_000, 'log line '));
    const damaged = Buffer.alloc(data.length, 0xff);
    await expect(decodeBlock(codec, damaged)).rejects.toThrow();
    expect(() => decodeBlockSync(codec, damaged, 10_000)).toThrow();
  });

  test('refuses a code that it does not know', async () => {
    await expect(decodeBlock(9, Buffer.alloc(1))).rejects.toThrow('code 9');
  });
});

describe('raw block filters', () => {
  test('never deny a substring that is there, in any case', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.nat(), fc.nat(60), (lines, from, length) => {
        const text = lines.join('\n');
        const start = text.length === 0 ? 0 : from % text.length;
        const needle = text.slice(start, start + length);
        const filters = buildFilters(Buffer.from(text));
        expect(mayContain(filters, probeFor(needle))).toBe(true);
        expect(mayContain(filters, probeFor(needle.toUpperCase().replaceAll('É', 'é')))).toBe(true);
      }),
    );
  });

  test('hold every word of lines that repeat each other with small changes', () => {
    const part = fc.constantFrom('shop', 'Shop', 'carts', 'cart', 'ca', 'a', ' ', '-', '"', '10', '4711', 'é', '\n');
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 60 }),
        fc.array(part, { maxLength: 8 }),
        fc.nat(60),
        (parts, other, at) => {
          const changed = [...parts.slice(0, at), ...other, ...parts.slice(at + other.length)];
          const text = [parts, changed, parts].map((each) => each.join('')).join('\n');
          const filters = buildFilters(Buffer.from(text));
          for (const word of text.match(/[A-Za-z0-9]{3,}/g) ?? []) {
            expect(mayContain(filters, probeFor(word, true))).toBe(true);
          }
        },
      ),
    );
  });

  test('are the same whether a word was met once or often', () => {
    const words = ['GET', 'carts', '200', 'shop', 'of', 'nodes', 'e12', 'Zürich'];
    const text = words.join(' ');
    const often = Array.from({ length: 40 }, (_, turn) => [...words.slice(turn % 8), ...words].join(' ')).join('\n');
    const padded = text.padEnd(often.length, '.');
    expect(buildFilters(Buffer.from(often))).toEqual(buildFilters(Buffer.from(padded)));
  });

  test('take linear time on bytes that repeat', () => {
    const took = (text: string) => {
      const from = performance.now();
      buildFilters(Buffer.from(text));
      return performance.now() - from;
    };
    expect(took(`${'a'.repeat(500)} `.repeat(4000))).toBeLessThan(1000);
    expect(took('ab '.repeat(600_000))).toBeLessThan(1000);
    expect(took(Array.from({ length: 40_000 }, (_, index) => `abcd ${'x'.repeat(40)}${index}`).join(' '))).toBeLessThan(
      1000,
    );
  });

  test('deny most of what is not there', () => {
    const words = Array.from({ length: 300 }, (_, index) => `pod-${index} started container web-${index * 7}`);
    const filters = buildFilters(Buffer.from(words.join('\n')));
    const absent = Array.from({ length: 500 }, (_, index) => `quixotic${String.fromCharCode(97 + (index % 26))}zephyr`);
    const passed = absent.filter((needle) => mayContain(filters, probeFor(needle)));
    expect(passed.length).toBeLessThan(25);
    expect(mayContain(filters, probeFor(' 999999 '))).toBe(false);
  });

  test('cannot tell about a needle without a word or four letters', () => {
    expect(probeFor('10.2')).toEqual({ grams: [], tokens: [] });
  });
});
