import { describe, expect, test } from 'vitest';
import { NO_CORRECTIONS } from '@/lib/interface';
import { draftOf, patchOf } from './correction-draft';
import { saidWords } from './correction-words';

const SAID = { ...NO_CORRECTIONS, format: 'klog', zoneMinutes: 120, skewSeconds: -90 };

describe('a draft of corrections', () => {
  test('changes nothing as it opens', () => {
    expect(patchOf(SAID, draftOf(SAID))).toEqual({ patch: {}, changed: false, problem: null });
  });

  test('sends what differs, and null for what was emptied', () => {
    const draft = { ...draftOf(SAID), format: '', type: 'node', year: ' 2024 ' };
    expect(patchOf(SAID, draft)).toEqual({
      patch: { format: null, type: 'node', year: 2024 },
      changed: true,
      problem: null,
    });
  });

  test.each([
    [{ year: '24' }, 'The year'],
    [{ year: '1969' }, 'The year'],
    [{ skew: '1.5' }, 'The clock'],
    [{ skew: '999999999' }, 'The clock'],
  ])('says what is wrong with %j', (wrong, words) => {
    expect(patchOf(SAID, { ...draftOf(SAID), ...wrong }).problem).toContain(words);
  });
});

test('corrections are told in words, with what takes each back', () => {
  expect(saidWords({ ...SAID, year: 2024, type: 'audit' })).toEqual([
    ['format', 'format klog'],
    ['type', 'type audit'],
    ['zoneMinutes', 'zone UTC+2'],
    ['year', 'year 2024'],
    ['skewSeconds', 'clock 90 s behind'],
  ]);
  expect(saidWords({ ...NO_CORRECTIONS, format: 'plain', zoneMinutes: 0, skewSeconds: 5 })).toEqual([
    ['format', 'no format'],
    ['zoneMinutes', 'zone UTC'],
    ['skewSeconds', 'clock 5 s ahead'],
  ]);
});
