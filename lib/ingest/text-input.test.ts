import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { CHARSET } from '@/lib/blocks';
import { TextInput, utf16Of } from './text-input';
import { isWindows1252 } from './windows-1252';

const TEXT = '2025-03-21T14:51:46Z stdout F ready to serve, grüße\n'.repeat(200);
const LITTLE = Buffer.from(TEXT, 'utf16le');
const BIG = Buffer.from(LITTLE).swap16();

async function read(bytes: Buffer, size: number) {
  const input = new TextInput();
  const source = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
  const text = await buffer(input.bytes(source()));
  return { text: text.toString('utf8'), charset: input.charset };
}

test.each([
  ['little-endian', LITTLE, TEXT, CHARSET.utf16le],
  ['big-endian', BIG, TEXT, CHARSET.utf16be],
  ['little-endian with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), `\ufeff${TEXT}`, CHARSET.utf16le],
  ['big-endian with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16(), `\ufeff${TEXT}`, CHARSET.utf16be],
  ['a short line', Buffer.from('short line\r\n', 'utf16le'), 'short line\r\n', CHARSET.utf16le],
  ['UTF-8', Buffer.from(TEXT), TEXT, CHARSET.utf8],
  ['nothing', Buffer.alloc(0), '', CHARSET.utf8],
])('UTF-16 is told by its bytes and read as UTF-8: %s', async (_what, bytes, text, charset) => {
  for (const size of [1000, 4095, 1 << 20]) expect(await read(bytes, size)).toEqual({ text, charset });
});

test.each([
  ['NULs', Buffer.alloc(4000)],
  ['a NUL now and then', Buffer.from('some\0text with one\n'.repeat(50))],
  ['UTF-32', Buffer.from('\ufeff\0a\0b\0c\0\n\0', 'utf16le')],
  ['numbers of two bytes', Buffer.from(Uint16Array.from({ length: 2000 }, (_, index) => index * 31).buffer)],
  ['a byte', Buffer.from('a')],
])('%s is no UTF-16', (_what, bytes) => {
  expect(utf16Of(bytes)).toBeNull();
});

test('Windows-1252 is told from UTF-8, also from UTF-8 with damage', () => {
  expect(isWindows1252(Buffer.from('ein Gr\xfc\xdfe aus K\xf6ln\n', 'latin1'))).toBe(true);
  expect(isWindows1252(Buffer.from('Grüße aus Köln\n'))).toBe(false);
  expect(isWindows1252(Buffer.from('plain\n'))).toBe(false);
  expect(isWindows1252(Buffer.concat([Buffer.from('Grüße aus Köln\n'), Buffer.from([0xff])]))).toBe(false);
});
