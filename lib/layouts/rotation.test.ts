import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rotationOf } from './rotation';

describe('rotationOf', () => {
  test.each([
    ['var/log/syslog.2.gz', 'var/log/syslog', 2],
    ['x.log.1', 'x.log', 1],
    ['a/x.log.10.zst', 'a/x.log', 10],
    ['x.log.old', 'x.log', 1],
    ['app.3.log', 'app.log', 3],
    ['pods/a_b_c/d/0.log.1', 'pods/a_b_c/d/0.log', 1],
  ])('%s is of %s, number %i', (path, log, age) => {
    expect(rotationOf(path)).toEqual({ log, age, rotated: null });
  });

  test.each([
    ['messages-20240102', 'messages', '2024-01-02T00:00:00Z'],
    ['x.log-20240102.gz', 'x.log', '2024-01-02T00:00:00Z'],
    ['x.log-2024010203', 'x.log', '2024-01-02T03:00:00Z'],
    ['d/0.log.20240102-030405.gz', 'd/0.log', '2024-01-02T03:04:05Z'],
    ['d/audit-2024-01-02T03-04-05.678.log', 'd/audit.log', '2024-01-02T03:04:05Z'],
    ['d/audit-2024-01-02T03-04-05.678.log.gz', 'd/audit.log', '2024-01-02T03:04:05Z'],
    ['x.log.2024-01-02', 'x.log', '2024-01-02T00:00:00Z'],
    ['x.log.2024-01-02-03', 'x.log', '2024-01-02T03:00:00Z'],
    ['x.log.2024-01-02.1', 'x.log', '2024-01-02T00:00:00Z'],
    ['catalina.2024-01-02.log', 'catalina.log', '2024-01-02T00:00:00Z'],
  ])('%s is of %s, rotated at %s', (path, log, time) => {
    const rotation = rotationOf(path);
    expect(rotation).toMatchObject({ log, age: -Date.parse(time) * 1000 });
    expect((rotation?.rotated ?? 0) - Date.parse(time) * 1000).toBeGreaterThanOrEqual(86_400_000_000);
  });

  test.each([
    'x.log',
    '0.log',
    '12.log',
    'syslog',
    'release-1.2',
    'v1.30.4',
    'pod-1',
    'worker2',
    'report-99999999',
    'kube-apiserver-audit-0a1b2c3d4e5f60718293a4b5c6d7e8f9.log',
    '',
    '/',
  ])('"%s" is no rotated file', (path) => {
    expect(rotationOf(path)).toBeNull();
  });

  test('bears any text as a path', () => {
    fc.assert(fc.property(fc.string(), (path) => void rotationOf(path)));
    for (const path of ['1'.repeat(100_000), '.1'.repeat(50_000), `${'a-2024'.repeat(20_000)}.log`]) rotationOf(path);
  });
});
