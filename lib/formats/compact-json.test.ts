import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compactJson } from './compact-json';
import type { Json } from './format';

describe('compactJson', () => {
  test('is what JSON.stringify gives, as far as it goes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        const compact = compactJson(value as Json);
        expect(compact.length).toBeLessThanOrEqual(1024);
        if (text.length <= 1024) expect(compact).toBe(text);
        else expect(text.startsWith(compact.slice(0, 900))).toBe(true);
      }),
    );
  });

  test('bears depth and width', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as Json;
    expect(compactJson(deep)).toContain('[…]');
    expect(compactJson({ deep, text: 'x'.repeat(5_000_000) }).length).toBeLessThanOrEqual(1024);
  });
});
