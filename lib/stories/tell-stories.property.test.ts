import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '@/lib/interface';
import { tellStories } from './tell-stories';
import { witness } from './test-witness';
import type { Witness } from './told-finding';

const few = (name: string) => fc.integer({ min: 1, max: 4 }).map((number) => `${name}-${number}`);
const subject = fc.record(
  { user: few('user'), src_ip: few('10.0.0'), node: few('node'), workload: few('app'), namespace: few('space') },
  { requiredKeys: [] },
);
const techniques = fc.subarray(['T1046', 'T1552.007', 'T1041', 'T1078', 'none']);
const witnesses = fc
  .array(
    fc.record({
      ...{ subject, techniques, hour: fc.integer({ min: 0, max: 120 }), detector: few('detector') },
      verdict: fc.constantFrom(...VERDICTS),
    }),
    { maxLength: 40 },
  )
  .map((all): Witness[] => all.map(({ hour, ...given }, place) => witness(`f${place}`, hour, given)));

describe('stories of any findings', () => {
  it('do not depend on the order of the findings', () => {
    fc.assert(
      fc.property(
        witnesses.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(tellStories(shuffled)).toEqual(tellStories(all));
        },
      ),
    );
  });

  it('hold each finding once at most and lose none', () => {
    fc.assert(
      fc.property(witnesses, (all) => {
        const { stories, alone } = tellStories(all);
        const told = stories.flatMap(({ steps }) => steps.map(({ finding }) => finding.id));
        expect(new Set(told).size).toBe(told.length);
        expect(told.length + alone).toBe(all.length);
        expect(new Set(stories.map(({ id }) => id)).size).toBe(stories.length);
      }),
    );
  });

  it('cover their findings, begin with one that bears their id, and have a tie or a reason for each', () => {
    fc.assert(
      fc.property(witnesses, (all) => {
        for (const { id, from, to, steps, scored, score, findings } of tellStories(all).stories) {
          expect(steps.length).toBe(findings);
          expect(steps.map(({ finding }) => finding.id)).toContain(id);
          for (const { finding } of steps) {
            expect(finding.from >= from && finding.to <= to).toBe(true);
          }
          expect(scored.reduce((sum, { points }) => sum + points, 0)).toBe(score);
          expect(steps.filter(({ through }) => through.length > 0).length).toBeGreaterThan(1);
        }
      }),
    );
  });
});
