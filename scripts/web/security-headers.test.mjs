import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers.mjs';

test('each answer has a nonce of its own, and scripts run with it only', () => {
  const [first, second] = [
    securityHeaders({ dev: false, path: '/explore' }),
    securityHeaders({ dev: false, path: '/explore' }),
  ];
  expect(first.nonce).not.toBe(second.nonce);
  const scripts = first.policy.split('; ').find((part) => part.startsWith('script-src'));
  expect(scripts).toBe(`script-src 'nonce-${first.nonce}' 'strict-dynamic'`);
});

test('code is evaluated during development only', () => {
  expect(securityHeaders({ dev: false, path: '/explore' }).policy).not.toContain('unsafe-eval');
  expect(securityHeaders({ dev: true, path: '/explore' }).policy).toContain('unsafe-eval');
});

test('in an answer of the interface nothing runs and nothing is loaded', () => {
  const { policy, nonce } = securityHeaders({ dev: true, path: '/api/hunts/a/report' });
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic'`);
  expect(policy).not.toMatch(/'self'|https?:|unsafe-eval/);
});
