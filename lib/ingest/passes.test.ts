import { expect, test } from 'vitest';
import { LogEvent } from '@/lib/events';
import { Clock, NOTHING_FORCED, ReadContext, TEXT_FORMATS } from '@/lib/formats';
import { label, Passes, parseObject } from './passes';
import { unparsedReason } from './unparsed';

const MANY = 400_000;

function context(): ReadContext {
  return new ReadContext(new Clock({ modified: null, zoneMinutes: null, year: null, now: 0 }), 'a.log');
}

test('each of several records is an event of its own, with what their envelope told', () => {
  const event = new LogEvent();
  event.node = 'n1';
  event.setAttribute('batch', 'b1');
  const [outermost] = TEXT_FORMATS;
  const layers = outermost === undefined ? [] : [outermost];
  const several = ['level=error msg=first', { level: 'info', msg: 'second' }, 'free text'];
  const made: unknown[] = [];
  new Passes().spread({ layers, content: null, rest: null, several }, event, context(), (own, passed) => {
    label(own, passed.layers, passed.rest);
    own.setAttribute('own', made.length);
    made.push([own.message, own.severity, own.node, own.attributes?.batch, own.format, own.envelope]);
  });
  expect(made).toEqual([
    ['first', 'error', 'n1', 'b1', 'logfmt', 'cri'],
    ['second', 'info', 'n1', 'b1', 'json', 'cri'],
    ['free text', null, 'n1', 'b1', 'cri', null],
  ]);
  expect(event.attributes).not.toHaveProperty('own');
});

test('an envelope of no records is an event', () => {
  const event = new LogEvent();
  let count = 0;
  new Passes().spread({ layers: [], content: null, rest: null, several: [] }, event, context(), () => {
    count += 1;
  });
  expect(count).toBe(1);
});

test('an object of more values than memory bears is not taken apart, whatever the values are', () => {
  for (const value of ['{}', '[]', '1', '"a"']) {
    const text = `{"a":[${`${value},`.repeat(MANY)}1]}`;
    expect(parseObject(text)).toBeNull();
    expect(unparsedReason(text, NOTHING_FORCED)).toContain('more values');
    // Cut as a line of 16 MB is: nothing may be built before the end is missed.
    expect(unparsedReason(text.slice(0, -2), NOTHING_FORCED)).toContain('more values');
  }
});

test('commas and brackets inside a text are no values', () => {
  const text = `{"a":${JSON.stringify('[,{",\\"'.repeat(MANY))}}`;
  expect(parseObject(text)).not.toBeNull();
  expect(parseObject(`{"a":[${'{"b":1},'.repeat(50_000)}1]}`)).not.toBeNull();
});
