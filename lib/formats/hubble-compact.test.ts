import { expect, test } from 'vitest';
import { LogEvent } from '@/lib/events';
import { hubbleCompact } from './hubble-compact';
import { Clock, ReadContext } from './index';

test('a node in brackets and a reply whose DNS answer has brackets of its own', () => {
  const clock = new Clock({ modified: null, zoneMinutes: null, year: 2024, now: 0 });
  const event = new LogEvent();
  const text =
    'May  6 07:08:09.123 [lab/node-1]: shop/cart-0:5000 (ID:101) <- kube-system/coredns-0:53 (ID:104) dns-response proxy FORWARDED (DNS Answer "10.0.0.7" TTL: 30 (Proxy cart.example. A))';
  expect(hubbleCompact.read(text, event, new ReadContext(clock, 'example.log'))).toBe(true);
  expect(event).toMatchObject({
    cluster: 'lab',
    node: 'node-1',
    srcPod: 'coredns-0',
    dstPod: 'cart-0',
    protocol: 'dns',
    host: 'cart.example',
    verdict: 'forwarded',
  });
});
