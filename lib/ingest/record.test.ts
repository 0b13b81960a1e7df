import { expect, test } from 'vitest';
import { LogEvent } from '@/lib/events';
import { type Format, TEXT_FORMATS } from '@/lib/formats';
import { OpenRecord } from './record';

function named(name: string): Format {
  const format = TEXT_FORMATS.find((candidate) => candidate.name === name);
  if (format === undefined) throw new Error(`no format is called ${name}`);
  return format;
}

function recordOf(...names: string[]): OpenRecord {
  const piece = { block: 0, offset: 0, length: 1, lines: 1 };
  return new OpenRecord(new LogEvent(), 0, 1, piece, names.map(named), '');
}

test('a line continues a record only where the envelope alone was read of it', () => {
  const record = recordOf('cri', 'klog');
  expect(record.hasEnvelope([named('cri')])).toBe(true);
  expect(record.hasEnvelope([named('cri'), named('klog')])).toBe(false);
  expect(record.hasEnvelope([named('syslog-3164')])).toBe(false);
  expect(recordOf('klog').hasEnvelope([])).toBe(true);
  expect(recordOf('klog').hasEnvelope([named('klog')])).toBe(false);
});
