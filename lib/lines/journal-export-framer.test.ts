import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JournalExportFramer } from './journal-export-framer';

function field(name: string, bytes: string): string {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.length));
  return `${name}\n${length.toString('latin1')}${bytes}\n`;
}

function entriesOf(text: string, pieceLength = text.length || 1): string[] {
  const framer = new JournalExportFramer();
  const items = [];
  for (let at = 0; at < text.length; at += pieceLength) items.push(...framer.feed(text.slice(at, at + pieceLength)));
  items.push(...framer.end());
  return items.map(({ start, end }) => text.slice(start, end));
}

const FIRST = `__CURSOR=s=1\n${field('MESSAGE', 'two\n\nlines=')}PRIORITY=6\n`;
const SECOND = '__CURSOR=s=2\nMESSAGE=one\n';

test('entries end at empty lines, but not at those inside of bytes', () => {
  expect(entriesOf(`${FIRST}\n${SECOND}\n`)).toEqual([FIRST, SECOND]);
});

test('the last entry needs no empty line, and several empty lines are like one', () => {
  expect(entriesOf(`\n${FIRST}\n\n\n${SECOND}`)).toEqual([FIRST, SECOND]);
});

test('bytes that are nothing but length are passed over', () => {
  expect(entriesOf(`${field('MESSAGE', '')}A=b\n\n${SECOND}\n`)).toEqual([`${field('MESSAGE', '')}A=b\n`, SECOND]);
});

test('a length beyond reason does not swallow what follows', () => {
  const broken = 'MESSAGE\n\xff\xff\xff\xff\xff\xff\xff\xffx\n';
  expect(entriesOf(`${broken}\n${SECOND}\n`)).toEqual([broken, SECOND]);
});

test('how the text is cut into pieces makes no difference', () => {
  const name = fc.constantFrom('A', 'MESSAGE', '__CURSOR');
  const value = fc.string({ unit: fc.constantFrom('a', '\n', '=', '\0') });
  const entry = fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 4 }), fc.integer({ min: 1, max: 20 }), (entries, pieceLength) => {
      const texts = entries.map((fields) => fields.map(([key, bytes]) => field(key, bytes)).join(''));
      expect(entriesOf(texts.map((text) => `${text}\n`).join(''), pieceLength)).toEqual(texts);
    }),
  );
});
