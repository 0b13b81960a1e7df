import { expect, test } from 'vitest';
import { LogEvent } from '@/lib/events';
import { Clock, ReadContext, TEXT_FORMATS } from '@/lib/formats';
import { label, Passes } from './passes';

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
