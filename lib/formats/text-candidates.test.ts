import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LogEvent } from '@/lib/events';
import { Clock, NOT_MINE, ReadContext, TEXT_FORMATS, type TextFormat, textCandidates } from './index';

const EXAMPLES = TEXT_FORMATS.flatMap((format) => format.examples.map((example) => ({ format, example })));
/** Components that formats of programs look for. */
const COMPONENTS = [null, ...new Set(EXAMPLES.map(({ example }) => example.told?.component ?? 'audit')), 'kernel'];
const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** A file in which the examples' headers were read. */
function contextAfter(lines: readonly string[], format: TextFormat): ReadContext {
  const context = new ReadContext(new Clock({ modified: null, zoneMinutes: null, year: null, now: 0 }), 'dmesg.log');
  for (const line of lines) format.read(line, new LogEvent(), context);
  return context;
}

function refuses(format: TextFormat, text: string, component: string | null, before: readonly string[]): boolean {
  const event = Object.assign(new LogEvent(), { component });
  return format.read(text, event, contextAfter(before, format)) === NOT_MINE;
}

/** Whether no format that is left out for the text would have read it. */
function expectSameChoice(text: string, component: string | null): void {
  const asked = textCandidates(text, component);
  const readers = TEXT_FORMATS.filter((format) => !asked.includes(format) && !refuses(format, text, component, []));
  expect(
    readers.map(({ name }) => name),
    text,
  ).toEqual([]);
}

describe('the formats asked about a text', () => {
  test('are in the order of the registry', () => {
    for (const letter of ['', 'é', ...ASCII]) {
      const places = textCandidates(letter, 'sshd').map((format) => TEXT_FORMATS.indexOf(format));
      expect(places).toEqual([...places].sort((one, other) => one - other));
    }
    expect(textCandidates('', null)).toBe(TEXT_FORMATS);
    expect(textCandidates('é', null)).toBe(TEXT_FORMATS);
  });

  test.each(TEXT_FORMATS.filter(({ opensWith, ofProgram }) => opensWith !== undefined || ofProgram))(
    'leave out $name only where it refuses: its examples under every first letter',
    (format) => {
      const cases = format.examples.flatMap(({ text, before = [], told }) =>
        ASCII.flatMap((letter) => [letter + text.slice(1), letter + text]).flatMap((changed) =>
          [null, told?.component ?? null].map((component) => ({ changed, component, before })),
        ),
      );
      const leftOut = cases.filter(({ changed, component }) => !textCandidates(changed, component).includes(format));
      const read = leftOut.filter(({ changed, component, before }) => !refuses(format, changed, component, before));
      expect(read.map(({ changed }) => changed)).toEqual([]);
    },
  );

  test.each(TEXT_FORMATS.filter(({ needsColon }) => needsColon))(
    'leave out $name only where it refuses: its examples without a colon',
    (format) => {
      for (const { text, before = [], told } of format.examples) {
        for (const changed of [text.replaceAll(':', '.'), text.replaceAll(':', ' '), text.replaceAll(':', '')])
          expect(refuses(format, changed, told?.component ?? null, before), changed).toBe(true);
      }
    },
  );

  test('leave out none that reads an example of another', () => {
    for (const { example } of EXAMPLES) expectSameChoice(example.text, example.told?.component ?? null);
  });

  test('leave out none that reads a line of any kind', () => {
    const words = EXAMPLES.flatMap(({ example }) => example.text.slice(0, 400).split(/(?<=[ \t\]])/));
    const line = fc.oneof(
      fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    fc.assert(fc.property(line, fc.constantFrom(...COMPONENTS), expectSameChoice), { numRuns: 300 });
  });
});
