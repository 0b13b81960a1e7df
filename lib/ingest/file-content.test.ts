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
