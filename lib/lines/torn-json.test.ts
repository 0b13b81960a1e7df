import { expect, test } from 'vitest';
import { isTornJson } from './torn-json';

test.each([
  ['ends inside a string', '{"level":"in\n2024-05-06 07:08:09 up\n', true],
  ['ends inside a string before another record', '{"a":"x\n{"b":2}\n', true],
  ['ends where a line of a log cannot follow', '{"a":\n2024-05-06 07:08:09 up\n', true],
  ['ends behind a key before a line in brackets', '{"a":\n[INFO] up\n', true],
  ['ends behind a value', '{"a":1\nJun  4 09:01:02 web-1 up\n', true],
  ['ends behind a brace', '{\nup\n', true],
  ['ends behind a comma', '{"a":1,\n<13>Jun  4 up\n', true],
  ['ends before a whole record', '{"a":1,"b":"x"\n{"b":2}\n', true],
  ['ends in a nested record before others', '{"a":\n{"b":2}\n{"c":3}\n', true],
  ['ends before a torn record', '{"a":1\n{"b":"to\nup\n', true],
  ['has something else behind its record', '{"a"}x\nup\n', true],
  ['holds several records', '{"a":1} {"b":2}\n{"c":3}\n', false],
  ['ends before another that ends so', '{"a":1,\n{"b":[1,\nup\n', true],
  ['is no beginning of JSON', '{"a" 1}\nup\n', true],
  ['goes on with a key', '{\n  "a": 1\n}\n', false],
  ['goes on with a number', '{"a":\n -1.5e3,\n"b":2}\n', false],
  ['goes on with a list', '{"a":\n  [1, 2]}\n', false],
  ['goes on with a comma', '{"a":1\n,"b":2}\n', false],
  ['goes on behind a blank line', '[\n\n  {"a":1}]\n', false],
  ['is broken before a record of several lines', '{\n{\n "b":2\n}\n', false],
  ['is whole', '{"a":1}\nup\n', false],
  ['has nothing behind it', '{"a":', false],
  ['has escapes', '{"a":"\\"\\\\",\n"b":2}\n', false],
])('a first line that %s', (_title, text, torn) => {
  expect(isTornJson(text, 0)).toBe(torn);
});
