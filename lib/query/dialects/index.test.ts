import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLogType, severityFromWord } from '@/lib/events';
import { resolveField } from '../field-reference';
import { matches } from '../matches';
import { parseQuery } from '../parse';
import { printQuery } from '../print';
import { QueryError } from '../query-error';
import { EMPTY_EVENT, queryable, type SampleEvent } from '../testing/sample-event';
import type { ExampleEvent } from './dialect';
import { DIALECTS, readDialect } from './index';

const NOW = new Date('2026-02-01T00:00:00Z');

describe.each(DIALECTS)('$title', (dialect) => {
  const read = dialect.examples.flatMap((example) => ('reads' in example ? [example] : []));
  const refused = dialect.examples.flatMap((example) => ('refused' in example ? [example] : []));

  test('has a name of its own, and examples of what it can say and what it cannot', () => {
    expect(DIALECTS.filter(({ name }) => name === dialect.name)).toHaveLength(1);
    expect(read.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
  });

  test.each(read)('says $text', ({ text, reads, finds, misses }) => {
    expect(dialect.likeness(text)).not.toBe('no');
    expect(printQuery(dialect.translate(text).query)).toBe(reads);
    expect(printQuery(parseQuery(reads))).toBe(reads);
    const query = parseQuery(reads);
    const found = (event: ExampleEvent) => (matches(query, queryable(sample(event)), NOW) ? 'found' : 'missed');
    expect(finds.map((event) => [event, found(event)])).toEqual(finds.map((event) => [event, 'found']));
    expect(misses.map((event) => [event, found(event)])).toEqual(misses.map((event) => [event, 'missed']));
  });

  test.each(refused)('cannot say $text here', ({ text, refused: message, at }) => {
    const reading = readDialect(text);
    if (reading?.kind !== 'refusal') throw new Error(`not refused: ${JSON.stringify(reading)}`);
    expect(reading.dialect).toBe(dialect.title);
    expect(reading.error.message).toMatch(message);
    expect(text.slice(reading.error.at.from, reading.error.at.to)).toBe(at);
  });
});

describe('readDialect', () => {
  test.each([
    '',
    'verb:delete and not user:system\\:*',
    'status>=400 src_ip:10.0.0.0/8 user_agent:/kubectl\\/v1\\.2[0-9]/ "certificate has expired"',
    'level:error @timestamp>now-1h',
    'namespace:(payments or kube-system) AND NOT pod:canary*',
    'failed: timeout',
    'main.go: x',
    'https://example.org/a?b=c',
    'a->b foo <bar> --flag=1',
    'requestObject.spec.hostNetwork:true',
    'C:\\Windows "say hi" -x',
    'user:bob (verb:get or verb:list)',
  ])('leaves %j alone', (text) => {
    expect(readDialect(text)).toBeNull();
  });

  test('offers the other meaning of a text that is ours', () => {
    expect(readDialect('message:"connection refused"')).toMatchObject({
      kind: 'translation',
      query: 'message:/\\bconnection\\s+refused\\b/',
    });
    expect(readDialect('user=bob')).toMatchObject({ dialect: 'Splunk', query: 'user:bob' });
    expect(readDialect('status:error')).toMatchObject({ dialect: 'Datadog', query: 'severity:error' });
  });

  test('throws nothing, gives queries that can be read, and places inside the text', () => {
    const pieces = fc.constantFrom(
      ...[
        '{a="b"}',
        '{',
        '}',
        '|= ',
        '"',
        '`',
        '\\',
        ' ',
        '(',
        ')',
        'and ',
        'OR ',
        'NOT ',
        '-',
        '+',
        '@a.b:',
        'user:',
        'user : ',
      ],
      ...[
        '_exists_:',
        'where ',
        'a == ',
        'grep ',
        'kubectl logs ',
        '| ',
        '~1',
        '^2',
        '/x/',
        '[1 TO 2}',
        '>=5',
        '*',
        '?',
        "'",
        'search ',
        'x',
        ',',
        'CIDR(@a,',
      ],
    );
    fc.assert(
      fc.property(
        fc
          .array(fc.oneof({ weight: 4, arbitrary: pieces }, fc.string({ maxLength: 3 })))
          .map((parts) => parts.join('')),
        (text) => {
          for (const dialect of DIALECTS) {
            try {
              dialect.translate(text);
            } catch (error) {
              if (!(error instanceof QueryError)) throw error;
              expect(0 <= error.at.from && error.at.from <= error.at.to && error.at.to <= text.length).toBe(true);
            }
          }
          const reading = readDialect(text);
          if (reading?.kind === 'translation') expect(printQuery(parseQuery(reading.query))).toBe(reading.query);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('takes no more than linear time for the worst texts', () => {
    readAll(1000);
    const short = readAll(2500);
    const long = readAll(10_000);
    // Four times as long; a square would be sixteen.
    expect(long / short).toBeLessThan(10);
  }, 60_000);
});

const WORST = [
  '{a="b"}',
  '(',
  '"',
  'a:',
  '@a:(',
  ' : ',
  'not ',
  '_exists_:',
  'where a ',
  'grep ',
  '\\',
  '|= "',
  'sum(',
  'xby(xby()(',
  '/',
  'by(',
  'a ',
  '-n ',
  '+',
];

/** Reads texts of so many characters in every language; answers how many milliseconds that took. */
function readAll(length: number): number {
  const began = performance.now();
  for (const piece of WORST) {
    const text = piece.repeat(length / piece.length);
    readDialect(text);
    for (const dialect of DIALECTS) {
      dialect.likeness(text);
      try {
        dialect.translate(text);
      } catch (error) {
        expect(error).toBeInstanceOf(QueryError);
      }
    }
  }
  return performance.now() - began;
}

function sample(event: ExampleEvent): SampleEvent {
  const rest = Object.entries(event).filter(
    ([name]) => !['text', 'type', 'severity', 'time', 'message'].includes(name),
  );
  const isOwn = ([name]: [string, string | number]) => resolveField(name).kind !== 'attribute';
  return {
    ...EMPTY_EVENT,
    ...(isLogType(String(event.type)) ? { type: event.type as SampleEvent['type'] } : {}),
    severity: event.severity === undefined ? null : severityFromWord(String(event.severity)),
    time: event.time === undefined ? null : Date.parse(String(event.time)) * 1000,
    message: String(event.message ?? ''),
    text: String(event.text ?? ''),
    fields: new Map(rest.filter(isOwn)),
    attributes: new Map(rest.filter((entry) => !isOwn(entry))),
  };
}
