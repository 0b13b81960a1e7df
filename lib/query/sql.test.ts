import { expect, test } from 'vitest';
import { sql } from './sql';

test('values are bound, pieces of SQL are spliced, and the placeholders count on', () => {
  const inner = sql`a = ${1} or b = ${'x'}`;
  expect(sql`${inner} and (${inner}) and c = any(${['y']})${sql.empty};`.toQuery()).toEqual({
    text: 'a = $1 or b = $2 and (a = $3 or b = $4) and c = any($5);',
    values: [1, 'x', 1, 'x', ['y']],
  });
});

test('a text that looks like SQL stays a value', () => {
  const { text, values } = sql`select ${'1; drop table event; --'}`.toQuery();
  expect(text).toBe('select $1');
  expect(values).toEqual(['1; drop table event; --']);
});

test('join puts the separator between', () => {
  expect(sql.join([sql`${1}`, sql`${2}`, sql`c`], sql`, `).toQuery()).toEqual({ text: '$1, $2, c', values: [1, 2] });
  expect(sql.join([], sql`, `).toQuery()).toEqual({ text: '', values: [] });
});

test('only columns of table event are identifiers', () => {
  expect(sql.identifier('user_name').toQuery().text).toBe('event."user_name"');
  for (const name of ['user', 'secret', 'time" or 1=1', '__proto__', 'constructor', '']) {
    expect(() => sql.identifier(name)).toThrow(/no column/);
  }
});
