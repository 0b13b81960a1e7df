import { expect, test } from 'vitest';
import { parseJournalExport } from './journal-export-object';

function fieldsOf(text: string): unknown {
  return { ...(parseJournalExport(Buffer.from(text, 'latin1'))['journald-export'] as object) };
}

test('fields are texts, bytes or several values', () => {
  const bytes = 'MESSAGE\n\x07\0\0\0\0\0\0\0foo\nbar\n';
  expect(fieldsOf(`__CURSOR=s=1\n${bytes}FACILITY=3\nFACILITY=4\nFACILITY=5\nEMPTY=\n`)).toEqual({
    __CURSOR: 's=1',
    MESSAGE: 'foo\nbar',
    FACILITY: ['3', '4', '5'],
    EMPTY: '',
  });
});

test('an entry that breaks off is read as far as it goes', () => {
  expect(fieldsOf('A=b\nMESSAGE\n\x07\0\0\0\0\0\0\0foo')).toEqual({ A: 'b' });
  expect(fieldsOf('A=b\nMESSAGE\n\x07')).toEqual({ A: 'b' });
});

test('a field may have any name', () => {
  expect(fieldsOf('__proto__=x\nA=b\n')).toEqual(
    Object.fromEntries([
      ['__proto__', 'x'],
      ['A', 'b'],
    ]),
  );
});
