import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Format, type FormatExample, OBJECT_FORMATS, TEXT_FORMATS } from '@/lib/formats';
import { fileContent } from './file-content';
import { type FileEvent, readFileText } from './test-file';

/** Copies of an example in one file. */
const COPIES = 3;
const RUNS = 3;
const PATIENCE_MS = 60_000;
/** What a record says may grow by lines that continue it; all else must stay. */
const GROWS = new Set(['message', 'line', 'lines']);
const NEWLINE = 0x0a;

/** An example as it stands in a file: lines that belong before it, and the line itself. */
interface Sample {
  readonly format: Format;
  readonly before: readonly string[];
  readonly line: string;
}

describe('random bytes between valid lines lose none of the valid ones', () => {
  test.each([...TEXT_FORMATS, ...OBJECT_FORMATS].map((format) => ({ format, name: format.name })))(
    'of $name',
    async ({ format }) => {
      let told = 0;
      for (const sample of samplesOf(format)) {
        const alone = await readFileText('0.log', fileOf([sample.before, [sample.line]]));
        const expected = eventAt(alone.events, sample.before.length + 1);
        if (expected === undefined || !isReadBy(format, expected)) continue;
        told += 1;
        await fc.assert(
          fc.asyncProperty(fc.array(noise, { minLength: COPIES + 1, maxLength: COPIES + 1 }), async (between) => {
            await holds(sample, expected, between);
          }),
          { numRuns: RUNS, endOnFailure: true },
        );
      }
      // A list of records on one line is a document when it is alone.
      const lists = format.examples.every(({ event, contents }) => event === null || contents !== undefined);
      if (!lists) expect(told, 'examples that can stand in a file of their own').toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});

async function holds({ format, before, line }: Sample, expected: FileEvent, between: Uint8Array[][]): Promise<void> {
  const copies = joinsItself(expected) ? 1 : COPIES;
  const lines: Uint8Array[] = [];
  const places: number[] = [];
  for (let copy = 0; copy < copies; copy += 1) {
    lines.push(...(between[copy] ?? []), ...[...before, line].map((text) => Buffer.from(text)));
    places.push(lines.length);
  }
  lines.push(...(between[copies] ?? []));
  const file = fileOf([lines]);
  // Half a record may begin just as a document over several lines does; what tells them apart has tests of its own.
  fc.pre(places[0] === 1 + before.length || fileContent(file, '0.log').kind !== 'json');
  const { events, counts } = await readFileText('0.log', file);
  expect(counts).toMatchObject({ linesRead: lines.length, lines: lines.length });
  expect(events.reduce((sum, event) => sum + event.lines, 0)).toBe(lines.length);
  for (const place of places) {
    const event = eventAt(events, place);
    expect(event, `line ${place}`).toBeDefined();
    if (event === undefined) continue;
    expect(isReadBy(format, event), `line ${place} is ${event.format}: ${event.message.slice(0, 200)}`).toBe(true);
    // A format that takes a line for the message takes this one if it looks like that.
    const takesLine = 'takeLine' in format && format.takeLine !== undefined;
    if (!takesLine) expect(event.message.startsWith(expected.message), event.message).toBe(true);
    for (const [name, value] of Object.entries(expected)) {
      if (!GROWS.has(name)) expect(event[name as keyof FileEvent], name).toEqual(value);
    }
  }
}
const random = fc.uint8Array({ minLength: 0, maxLength: 160 });
const halfJson = fc
  .tuple(fc.constantFrom('', '{"', '{"a":', '{"a":1', '{"a":1,', '[', '[{'), fc.json())
  .map(([opening, text]) => Buffer.from(`${opening}${text.slice(0, text.length / 2)}`));
const control = fc
  .array(fc.integer({ min: 0, max: 31 }), { minLength: 1, maxLength: 40 })
  .map((codes) => Buffer.from(codes));
const noUtf8 = fc
  .constantFrom('c3', 'eda080', 'f8808080', 'ff', 'c080', 'e28c')
  .map((hex) => Buffer.from(hex.repeat(20), 'hex'));
const nuls = fc.integer({ min: 1, max: 200 }).map((length) => Buffer.alloc(length));
const long = fc.constantFrom('x', '{"', '[', '"', '\\', 'é', 'a=').map((text) => Buffer.from(text.repeat(20_000)));
const noiseLine = fc
  .oneof(
    { arbitrary: random, weight: 6 },
    { arbitrary: halfJson, weight: 3 },
    { arbitrary: control, weight: 2 },
    { arbitrary: noUtf8, weight: 2 },
    { arbitrary: nuls, weight: 1 },
    { arbitrary: long, weight: 1 },
  )
  .map((bytes): Uint8Array => bytes.filter((byte) => byte !== NEWLINE));
const noise = fc.array(noiseLine, { minLength: 0, maxLength: 4 });

function samplesOf(format: Format): Sample[] {
  return format.examples
    .filter(({ event, text }) => event !== null && !text.includes('\n'))
    .map((example) => ({ format, before: example.before ?? [], line: lineOf(format, example) }));
}

/** What only a certain program writes stands behind its name, as a syslog daemon puts it. */
function lineOf(format: Format, { text, told }: FormatExample): string {
  const line = format.reads === 'object' ? JSON.stringify(JSON.parse(text)) : text;
  return told?.component ? `<13>Jun 14 09:01:02 web-1 ${told.component}[7]: ${line}` : line;
}

function isReadBy(format: Format, event: FileEvent): boolean {
  return event.format === format.name || (event.envelope?.split('/') ?? []).includes(format.name);
}

/**
 * A second copy would be a part of the first: a record of the same event, the next piece of a split one, or an envelope around
 * nothing or around an indented line, which continue what was in it before.
 */
function joinsItself({ joinKey, attributes, message }: FileEvent): boolean {
  return joinKey !== null || attributes?.['log.partial'] !== undefined || /^\s|^$/.test(message);
}

function eventAt(events: readonly FileEvent[], line: number): FileEvent | undefined {
  const covers = (event: FileEvent) => event.line <= line && line < event.line + event.lines;
  // Records of several outputs of one file stand among each other.
  return events.find((event) => event.line === line) ?? events.find(covers);
}

function fileOf(parts: readonly (readonly (string | Uint8Array)[])[]): Buffer {
  return Buffer.concat(parts.flat().flatMap((line) => [Buffer.from(line), Buffer.from([NEWLINE])]));
}
