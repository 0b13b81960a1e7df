import { describe, expect, test } from 'vitest';
import { LogEvent } from '@/lib/events';
import {
  Clock,
  type Format,
  type FormatExample,
  type JsonObject,
  NOT_MINE,
  OBJECT_FORMATS,
  READ,
  ReadContext,
  type Reading,
  Several,
  TEXT_FORMATS,
} from './index';

const FORMATS: readonly Format[] = [...TEXT_FORMATS, ...OBJECT_FORMATS];
/** For a million characters; a quadratic reader takes minutes. */
const LONG_LINE_MS_MAX = 200;
/** For all of them of one format, on a busy machine. */
const LONG_LINES_PATIENCE_MS = 60_000;
const NOW = Date.UTC(2026, 5, 15) * 1000;
const CASES = FORMATS.flatMap((format) => format.examples.map((example) => ({ format, example, name: format.name })));

describe('every example', () => {
  test.each(CASES)('of $name is read as it says: $example.text', ({ format, example }) => {
    const { event, reading, context } = readExample(format, example);
    if (example.event === null) {
      expect(reading).toBe(NOT_MINE);
      expect(event).toEqual(toldEvent(example));
      expect(context.partial).toBe(false);
      return;
    }
    expect(reading).not.toBe(NOT_MINE);
    for (const [property, value] of Object.entries(example.event)) {
      expect(event, property).toHaveProperty(property);
      expect(event[property as keyof LogEvent], property).toEqual(value);
    }
    if (example.content === undefined) expect(typeof reading === 'string' ? reading : null).toBeNull();
    else expect(contentText(reading)).toBe(example.content);
    expect(reading instanceof Several ? reading.contents.map(contentText) : undefined).toEqual(example.contents);
    expect(format.envelope === true || reading === READ).toBe(true);
  });
});

describe('no earlier format', () => {
  const positive = TEXT_FORMATS.flatMap((format, place) =>
    format.examples.filter((example) => example.event !== null).map((example) => ({ format, place, example })),
  );
  test.each(positive)('takes $format.name away: $example.text', ({ format, place, example }) => {
    const takers = TEXT_FORMATS.slice(0, place).filter(
      (other) => readExample(format, example, other).reading !== NOT_MINE,
    );
    expect(takers.map((taker) => taker.name)).toEqual([]);
  });

  test.each(positive.filter(({ format }) => format.generic !== true))(
    'or later but sticky format takes $format.name away: $example.text',
    ({ format, example }) => {
      const sticky = TEXT_FORMATS.filter((other) => other !== format && other.generic !== true);
      const takers = sticky.filter((other) => readExample(format, example, other).reading !== NOT_MINE);
      expect(takers.map((taker) => taker.name)).toEqual([]);
    },
  );
});

describe('the registry', () => {
  test('names every format once, in lower case with dashes', () => {
    const names = FORMATS.map((format) => format.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test.each(FORMATS)('has a reading and a refused example of $name', (format) => {
    expect(format.examples.some((example) => example.event !== null)).toBe(true);
    expect(format.examples.some((example) => example.event === null)).toBe(true);
  });

  test.each(TEXT_FORMATS)(
    '$name takes linear time on long lines of anything',
    (format) => {
      const openings: Pick<FormatExample, 'text' | 'told'>[] = [{ text: '' }, ...format.examples];
      const fillers = [
        'a',
        ' ',
        '"',
        '\\',
        '=',
        '[',
        '{',
        ']}',
        '{a=',
        'a=',
        'a="b" ',
        '\t',
        '1',
        '1.',
        ':',
        '<',
        '- ',
        '/',
        '"\\',
      ];
      for (const opening of openings) {
        for (const filler of fillers) {
          const text = opening.text + filler.repeat(1_000_000 / filler.length);
          const read = () => format.read(text, toldEvent(opening), newContext());
          expect(leastCpuMs(read), `${opening.text}${filler}…`).toBeLessThan(LONG_LINE_MS_MAX);
        }
      }
    },
    LONG_LINES_PATIENCE_MS,
  );
});

/** CPU time rather than time, and the least of a few tries, so that a busy machine does not fail the test. */
function leastCpuMs(work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && least >= LONG_LINE_MS_MAX; tries++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function newContext(): ReadContext {
  const hints = { modified: null, zoneMinutes: null, year: null, now: NOW };
  return new ReadContext(new Clock(hints), 'example.log');
}

/** The event as the envelope around an example left it. */
function toldEvent({ told }: Pick<FormatExample, 'told'>): LogEvent {
  return Object.assign(new LogEvent(), told);
}

/** What `asked` makes of an example of `format`, in a file whose lines before it `format` read. */
function readExample(format: Format, example: FormatExample, asked = format) {
  const context = newContext();
  for (const line of example.before ?? []) readWith(format, line, new LogEvent(), context);
  context.partial = false;
  const event = toldEvent(example);
  return { event, context, reading: readWith(asked, example.text, event, context) };
}

function readWith(format: Format, text: string, event: LogEvent, context: ReadContext): Reading {
  if (format.reads === 'text') return format.read(text, event, context);
  return format.read(JSON.parse(text) as JsonObject, event, context);
}

function contentText(reading: Reading): string | undefined {
  if (typeof reading === 'string') return reading;
  return typeof reading === 'object' && !(reading instanceof Several) ? JSON.stringify(reading) : undefined;
}
