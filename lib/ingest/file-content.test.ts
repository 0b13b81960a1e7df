import { expect, test } from 'vitest';
import { fileContent } from './file-content';

const TEXT = '2025-03-21T14:51:46Z stdout F ready to serve\n'.repeat(20);

test.each([
  ['little-endian with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['big-endian with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
  ['little-endian without a mark', Buffer.from(TEXT, 'utf16le')],
  ['big-endian without a mark', Buffer.from(TEXT, 'utf16le').swap16()],
])('says of UTF-16 what it is and how to convert it: %s', (_what, head) => {
  expect(fileContent(head, 'web.log')).toMatchObject({ kind: 'binary', what: expect.stringContaining('UTF-16') });
});

test('NUL bytes alone do not make UTF-16', () => {
  expect(fileContent(Buffer.alloc(4000), 'x')).toEqual({ kind: 'binary', what: 'binary data' });
  expect(fileContent(Buffer.from('some\0text with one\n'.repeat(50)), 'x.log')).toEqual({ kind: 'lines' });
});
