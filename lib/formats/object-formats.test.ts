import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, LogEvent } from '@/lib/events';
import { Clock, type JsonObject, NOT_MINE, OBJECT_FORMATS, plainObject, ReadContext } from './index';

const UNTOUCHED = JSON.stringify(new LogEvent());
const NOW = Date.UTC(2026, 5, 15) * 1000;

function newContext(): ReadContext {
  return new ReadContext(new Clock({ modified: null, zoneMinutes: null, year: null, now: NOW }), 'example.json');
}

/** Objects made of the examples' own keys with values of the wrong shape: the nearest that hostile input can come. */
const keys = [
  ...new Set(
    OBJECT_FORMATS.flatMap((format) => format.examples.flatMap((example) => keysOf(JSON.parse(example.text)))),
  ),
];
const { value: hostile } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 0, -1, 1.5, 1e300, '', 'Event', '10.0.0.1', '2024-05-06T07:08:09Z', '\u0000', '\ud800'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 8 }),
  ),
}));

describe('object formats', () => {
  test('bear any object and leave every field null or of its kind', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), hostile, { maxKeys: 10 }), (object) => {
        for (const format of OBJECT_FORMATS) {
          const event = new LogEvent();
          const reading = format.read(object as JsonObject, event, newContext());
          const untouched = JSON.stringify(event) === UNTOUCHED;
          const wrong =
            reading === NOT_MINE ? (untouched ? [] : [`${format.name} touched it`]) : faults(event, format.name);
          if (wrong.length > 0) throw new Error(wrong.join('; '));
        }
      }),
      { numRuns: 400 },
    );
  });

  const examples = OBJECT_FORMATS.flatMap((format, place) =>
    format.examples.filter((example) => example.event !== null).map((example) => ({ format, place, example })),
  );
  test.each(examples)('no earlier one takes $format.name away: $example.text', ({ place, example }) => {
    const object = JSON.parse(example.text) as JsonObject;
    const takers = OBJECT_FORMATS.slice(0, place).filter(
      (format) => format.read(object, new LogEvent(), newContext()) !== NOT_MINE,
    );
    expect(takers.map((taker) => taker.name)).toEqual([]);
  });

  test('a key named like the prototype pollutes nothing', () => {
    const object = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"msg":"x"}');
    for (const format of OBJECT_FORMATS) format.read(object, new LogEvent(), newContext());
    expect({}).not.toHaveProperty('polluted');
  });

  test('depth breaks none of them', () => {
    const deep = JSON.parse(`${'{"a":['.repeat(20_000)}${']}'.repeat(20_000)}`);
    for (const format of OBJECT_FORMATS) {
      for (const object of [
        deep,
        { msg: 'x', body: deep, severityText: 'INFO', a: deep },
        { '@t': '2024-05-06T07:08:09Z', '@mt': '{a}', a: deep },
      ]) {
        expect(() => format.read(object, new LogEvent(), newContext()), format.name).not.toThrow();
      }
    }
    expect(plainObject({ deep, 'k\u0000': ['\u001b[31mred\u001b[0m'] })).toMatchObject({ 'k\ufffd': ['red'] });
  });

  test('a large record leaves a slim event', () => {
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`key${index}`, 'x'.repeat(3000)]));
    for (const format of OBJECT_FORMATS) {
      const event = new LogEvent();
      format.read({ ...wide, msg: 'hello' }, event, newContext());
      const attributes = Object.entries(event.attributes ?? {});
      expect(attributes.length).toBeLessThanOrEqual(64);
      for (const [, value] of attributes) expect(String(value).length).toBeLessThanOrEqual(1024);
    }
  });
});

/** What is wrong with an event; a list, because asserting every field of thousands of events is slow. */
function faults(event: LogEvent, format: string): string[] {
  const found: string[] = [];
  const check = (good: boolean, name: string, value: unknown) => {
    if (!good) found.push(`${format} ${name} ${String(value)}`);
  };
  check(typeof event.message === 'string', 'message', event.message);
  check(event.time === null || Number.isSafeInteger(event.time), 'time', event.time);
  for (const field of FIELDS) {
    const value: unknown = event[field.property as keyof LogEvent];
    if (value === null) continue;
    if (field.kind === 'integer') check(Number.isSafeInteger(value), field.name, value);
    else check(typeof value === (field.kind === 'number' ? 'number' : 'string'), field.name, value);
  }
  for (const [name, value] of Object.entries(event.attributes ?? {})) {
    check(['string', 'number', 'boolean'].includes(typeof value), name, value);
  }
  return found;
}

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}
