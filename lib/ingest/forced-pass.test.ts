import { describe, expect, test } from 'vitest';
import { LogEvent } from '@/lib/events';
import { Clock, type Forced, formatNamed, PLAIN, ReadContext } from '@/lib/formats';
import { fileContent, forcedContent } from './file-content';
import { label, Passes } from './passes';
import { unparsedReason } from './unparsed';

function forced(name: string): Forced {
  return { format: name === PLAIN ? PLAIN : formatNamed(name), type: null };
}

/** Format, envelope and message of a line in a file whose format was set. */
function read(name: string, line: string): (string | null)[] {
  const clock = new Clock({ modified: null, zoneMinutes: null, year: null, now: 0 });
  const event = new LogEvent();
  const { layers, rest } = new Passes().read(line, event, new ReadContext(clock, 'a.log', forced(name)));
  label(event, layers, rest);
  return [event.format, event.envelope, event.message];
}

const CRI = '2025-03-21T14:51:46.5Z stdout F ';
const KLOG = 'I0321 14:51:46.481000       1 server.go:12] hello';

describe('a format that a person set', () => {
  test('reads what it knows, in an envelope too, and leaves the rest plain', () => {
    expect(read('klog', KLOG)).toEqual(['klog', null, 'hello']);
    expect(read('klog', `${CRI}${KLOG}`)).toEqual(['klog', 'cri', 'hello']);
    expect(read('klog', 'level=info msg=hello')).toEqual(['plain', null, 'level=info msg=hello']);
    expect(read('klog', `${CRI}level=info msg=hello`)).toEqual(['cri', null, 'level=info msg=hello']);
  });

  test('of objects reads JSON and nothing else; one of text is not kept away by JSON', () => {
    expect(read('json', '{"level":"info","msg":"hello"}')).toEqual(['json', null, 'hello']);
    expect(read('json', KLOG)).toEqual(['plain', null, KLOG]);
    expect(read('logfmt', '{"level":"info"}')[0]).toBe('plain');
  });

  test('that is an envelope leaves its content to detection', () => {
    expect(read('cri', `${CRI}${KLOG}`)).toEqual(['klog', 'cri', 'hello']);
    expect(read('cri', KLOG)).toEqual(['plain', null, KLOG]);
  });

  test('plain reads nothing, and nothing is wrong with that', () => {
    expect(read(PLAIN, `${CRI}${KLOG}`)).toEqual(['plain', null, `${CRI}${KLOG}`]);
    expect(unparsedReason('x', forced(PLAIN))).toBeNull();
    expect(unparsedReason('x', forced('klog'))).toBe('not in the format klog, which was set by hand');
  });
});

test('a file is cut into lines for a format of text, and into items for one of objects', () => {
  const document = fileContent(Buffer.from('{\n  "a": 1\n}\n'), 'a.json');
  expect(document).toEqual({ kind: 'json' });
  expect(forcedContent(document, forced('klog'))).toEqual({ kind: 'lines' });
  expect(forcedContent(document, forced('json'))).toEqual({ kind: 'json' });
  expect(forcedContent({ kind: 'text' }, forced(PLAIN))).toEqual({ kind: 'lines' });
  const binary = { kind: 'binary', what: 'a picture' } as const;
  expect(forcedContent(binary, forced('klog'))).toEqual(binary);
});
