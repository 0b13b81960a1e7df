import { expect, test } from 'vitest';
import { parseYamlObject } from './yaml-object';

const label = (index: number) => `    key${index}: {a: [1, 2], b: "x"}\n`;

function manifest(labels: number): string {
  return `kind: Event\nmetadata:\n  labels:\n${Array.from({ length: labels }, (_, index) => label(index)).join('')}`;
}

test('an object of thousands of keys takes linear time', () => {
  parseYamlObject(manifest(1000));
  const few = timeOf(1000);
  const many = timeOf(4000);
  // Four times as many; a square would be sixteen.
  expect(many / few).toBeLessThan(10);
}, 30_000);

function timeOf(labels: number): number {
  const began = performance.now();
  expect(parseYamlObject(manifest(labels))).toMatchObject({ kind: 'Event' });
  return performance.now() - began;
}

test('what is larger than an object of a cluster can be is not taken apart', () => {
  expect(parseYamlObject(manifest(60_000))).toBeNull();
  expect(parseYamlObject(`kind: Event\n${'\n'.repeat(9_000_000)}reason: Started\n`)).toBeNull();
});

test('aliases are not followed', () => {
  expect(parseYamlObject('kind: Event\na: &a [1, 2]\nb: [*a, *a]\n')).toBeNull();
});
