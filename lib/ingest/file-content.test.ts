import { expect, test } from 'vitest';
import { fileContent } from './file-content';

test('NUL bytes are binary data when there are many', () => {
  expect(fileContent(Buffer.alloc(4000), 'x')).toEqual({ kind: 'binary', what: 'binary data' });
  expect(fileContent(Buffer.from('some\0text with one\n'.repeat(50)), 'x.log')).toEqual({ kind: 'lines' });
});

test('a mark of UTF-8 hides no document', () => {
  expect(fileContent(Buffer.from('\ufeff{\n  "kind": "EventList",\n  "items": []\n}\n'), 'x.json')).toEqual({
    kind: 'json',
  });
});

test('lines of a log are read whatever stands between them', () => {
  const line = '2024-05-06T07:08:09Z INFO shop.Cart - opened\n';
  const hole = Buffer.alloc(40_000);
  expect(fileContent(Buffer.concat([Buffer.from(line), hole, Buffer.from(line)]), 'app.log')).toEqual({
    kind: 'lines',
  });
  expect(fileContent(Buffer.concat([hole, Buffer.from(`\n${line}`)]), 'app.log')).toEqual({ kind: 'lines' });
  const program = Buffer.concat([Buffer.alloc(6000, 7), Buffer.from('\nusage: cart\n'), Buffer.alloc(6000, 1)]);
  expect(fileContent(program, 'cart')).toEqual({ kind: 'binary', what: 'binary data' });
});
