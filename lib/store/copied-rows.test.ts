import { expect, test } from 'vitest';
import { copiedRows } from './copied-rows';
import { CopyBuffer } from './write/copy-buffer';

test('rows of a binary copy come out as they went in', () => {
  const copy = new CopyBuffer();
  for (const value of ['one', '', 'three']) {
    copy.row(3);
    copy.int4(-7);
    copy.int4Array(null);
    copy.bytes(Buffer.from(value));
  }
  const rows = [...copiedRows(Buffer.concat(copy.end()))];
  const seen = rows.map(([number, none, text]) => [number?.readInt32BE(), none, text?.toString()]);
  expect(seen).toEqual(['one', '', 'three'].map((value) => [-7, null, value]));
});

test('other bytes are no copy', () => {
  expect(() => [...copiedRows(Buffer.from('SELECT'))]).toThrow('no binary COPY');
  expect(() => [...copiedRows(Buffer.concat(new CopyBuffer().end()).subarray(0, 19))]).toThrow(RangeError);
});
