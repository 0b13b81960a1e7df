import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Cluster } from './cluster';
import { type SampleOptions, sampleTruth, sampleWeek } from './sample-week';
import type { Truth } from './truth';
import { WEEK_END, WEEK_START } from './week';

function write(options: SampleOptions): {
  readonly sha256: string;
  readonly paths: readonly string[];
  readonly truth: Truth;
} {
  const hash = createHash('sha256');
  const paths: string[] = [];
  const week = sampleWeek(options);
  for (let step = week.next(); ; step = week.next()) {
    if (step.done === true) return { sha256: hash.digest('hex'), paths, truth: step.value };
    if (step.value === null) continue;
    const { path, text, modified } = step.value;
    hash.update(`${path}\n${modified}\n${text}`);
    paths.push(path);
  }
}

describe('a sample', () => {
  const one = write({ seed: 7, volume: 0.02 });

  test('is the same bytes for the same seed, and each path is there once', () => {
    expect(write({ seed: 7, volume: 0.02 })).toEqual(one);
    expect(new Set(one.paths).size).toBe(one.paths.length);
  });

  test('has the same attack however much else there is', () => {
    expect(write({ seed: 7, volume: 0.04 }).truth).toEqual(one.truth);
    expect(sampleTruth(7)).toEqual(one.truth);
  });

  test.each([1, 2, 3])('has other names, addresses and hours with seed %i', (seed) => {
    const other = write({ seed, volume: 0.02 });
    expect(other.sha256).not.toBe(one.sha256);
    expect(other.truth.steps.map(({ from }) => from)).not.toEqual(one.truth.steps.map(({ from }) => from));
    expect(other.truth.steps[0]?.touches).not.toEqual(one.truth.steps[0]?.touches);
  });

  test('has its steps on the last day, each with something to find', () => {
    for (const { from, to, evidence, techniques } of one.truth.steps) {
      expect(from.slice(0, 10) + to.slice(0, 10)).toBe('2025-06-082025-06-08');
      expect(evidence.every(({ count }) => count > 0)).toBe(true);
      expect(techniques.every((id) => /^T\d{4}(?:\.\d{3})?$/.test(id))).toBe(true);
    }
  });
});

test.each([1, 2, 3, 4, 5])('in the cluster of seed %i no two pods that run at a time share an address', (seed) => {
  const cluster = new Cluster(seed);
  for (let at = WEEK_START; at < WEEK_END; at += (WEEK_END - WEEK_START) / 200) {
    const own = cluster.allRunning(at).filter(({ ip, node }) => ip !== node.ip);
    expect(new Set(own.map(({ ip }) => ip)).size).toBe(own.length);
  }
});
