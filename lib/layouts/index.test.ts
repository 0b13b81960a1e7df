import { describe, expect, test } from 'vitest';
import { identify, LAYOUTS } from '@/lib/layouts';

describe.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('layout %s', (_name, layout) => {
  test.each(layout.examples.map((example) => [example.path, example.identity] as const))('%s', (path, identity) => {
    const told = layout.read(path);
    if (identity === null) expect(told).toBeNull();
    else expect(told).toMatchObject(identity);
  });

  test('has an example that it reads and one that it refuses', () => {
    expect(layout.examples.some((example) => example.identity !== null)).toBe(true);
    expect(layout.examples.some((example) => example.identity === null)).toBe(true);
  });
});

describe('identify', () => {
  test('puts the words of several layouts together', () => {
    const path = 'logs/kind-worker/pods/shop_cart-0_6f1c2a34-0d5e-4f6a-8b7c-9d0e1f2a3b4c/cart/1.log';
    expect(identify(path)).toEqual({
      cluster: 'kind',
      node: 'kind-worker',
      namespace: 'shop',
      pod: 'cart-0',
      container: 'cart',
      component: null,
      unit: null,
      restart: 1,
    });
  });

  test('knows the machine above a pod tree', () => {
    const path =
      'bundle/ip-10-0-3-4.ec2.internal/var/log/pods/shop_cart-0_6f1c2a34-0d5e-4f6a-8b7c-9d0e1f2a3b4c/cart/0.log';
    expect(identify(path)).toMatchObject({ node: 'ip-10-0-3-4.ec2.internal', pod: 'cart-0' });
  });

  test('says nothing of a path that no layout knows', () => {
    expect(Object.values(identify('somewhere/output.log')).every((value) => value === null)).toBe(true);
  });

  test('bears any text as a path', () => {
    for (const path of ['', '/', '../../etc', 'a\\b\\c', '_'.repeat(5000), `${'pods/'.repeat(5000)}x`]) {
      expect(() => identify(path)).not.toThrow();
    }
  });
});
