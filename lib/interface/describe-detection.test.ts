import { describe, expect, test } from 'vitest';
import { NO_CORRECTIONS } from './corrections';
import { describeDetection } from './describe-detection';
import type { Detection } from './detection';

const SURE: Omit<Detection, 'sentence'> = {
  share: 1,
  formats: [{ format: 'cri/klog', lines: 1200 }],
  types: [{ type: 'application', events: 1100 }],
  typeOrigins: [{ origin: 'path', events: 1100 }],
  timeOrigins: [],
};

describe('what is said of detection', () => {
  test('a file that one format reads', () => {
    expect(describeDetection(SURE, NO_CORRECTIONS)).toBe(
      'The format cri/klog reads all 1,200 lines. Its type application was decided by the path.',
    );
  });

  test('a file of several formats and guessed times', () => {
    expect(
      describeDetection(
        {
          share: 0.998,
          formats: [
            { format: 'klog', lines: 998 },
            { format: 'plain', lines: 2 },
          ],
          types: [{ type: 'node', events: 900 }],
          typeOrigins: [
            { origin: 'format', events: 800 },
            { origin: 'nothing', events: 100 },
          ],
          timeOrigins: ['year-file', 'zone-assumed'],
        },
        NO_CORRECTIONS,
      ),
    ).toBe(
      "The format klog reads more than 99 % of 1,000 lines; 2 by none. Its type node was decided by the format (800 events), by nothing (100 events). Of its times, the year is the latest that fits the file's own date; no zone is named, so UTC is assumed.",
    );
  });

  test('a file of which nothing but application is known, and one that was corrected', () => {
    const nothing = { ...SURE, typeOrigins: [{ origin: 'nothing', events: 1100 } as const] };
    expect(describeDetection(nothing, NO_CORRECTIONS)).toContain(
      'Neither format nor path decides its type, so application is assumed.',
    );
    const corrected = describeDetection(SURE, { ...NO_CORRECTIONS, format: 'klog', skewSeconds: 90 });
    expect(corrected).toMatch(
      /^Set by hand, the format cri\/klog reads all 1,200 lines\..*clock that was wrong is set right/,
    );
    expect(describeDetection(SURE, { ...NO_CORRECTIONS, format: 'plain' })).toMatch(/^Set by hand, no format is asked/);
  });

  test('a file that no format reads, and one without events', () => {
    const plain = { ...SURE, formats: [{ format: 'plain', lines: 3 }], types: [], typeOrigins: [] };
    expect(describeDetection(plain, NO_CORRECTIONS)).toBe('No format reads any of its 3 lines.');
    expect(describeDetection({ ...plain, formats: [], share: null }, NO_CORRECTIONS)).toBe('');
  });
});
