import { expect, test } from 'vitest';
import { answerOf } from '../testing/sample-answer';
import { answerCsv } from './answer-csv';

test('figures stay exact, and no text is taken for a formula', () => {
  const answer = answerOf('* | count by user', [
    ['=HYPERLINK("http://x")', 1],
    ['-1+1', -2],
    ['@a,"b"', 3],
    ['\t', 4],
    [null, 5],
  ]);
  expect(answerCsv(answer)).toBe(
    '\uFEFFuser,count\r\n"\'=HYPERLINK(""http://x"")",1\r\n\'-1+1,-2\r\n"\'@a,""b""",3\r\n\'\t,4\r\n,5\r\n',
  );
});
