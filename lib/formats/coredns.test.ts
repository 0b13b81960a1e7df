import { expect, test } from 'vitest';
import { LogEvent } from '@/lib/events';
import { coredns } from './coredns';
import { Clock, ReadContext } from './index';

function read(text: string, path = 'example.log') {
  const clock = new Clock({ modified: null, zoneMinutes: null, year: null, now: 0 });
  const event = new LogEvent();
  return { event, reading: coredns.read(text, event, new ReadContext(clock, path)) };
}

test('old versions write with the date of Go’s log package', () => {
  const { event } = read(
    '2018/10/21 12:13:14 [INFO] 10.244.0.7:40001 - 13 "A IN api.shop.example. udp 35 false 512" NOERROR qr,aa 68 1ms',
  );
  expect(event).toMatchObject({
    time: Date.UTC(2018, 9, 21, 12, 13, 14) * 1000,
    timeGuess: 2,
    host: 'api.shop.example',
  });
});

test('a notice is CoreDNS’s where the path says so', () => {
  const notice = '[WARNING] No files matching import glob pattern: custom/*.server';
  expect(read(notice).reading).toBe(false);
  const path = 'pods/kube-system_coredns-7f6d_0a1b/coredns/0.log';
  expect(read(notice, path).event).toMatchObject({ severity: 'warning', type: 'network' });
});
