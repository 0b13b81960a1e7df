import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers.mjs';

test('each answer has a nonce of its own, and scripts run with it only', () => {
  const [first, second] = [securityHeaders({ dev: false }), securityHeaders({ dev: false })];
  expect(first.nonce).not.toBe(second.nonce);
  const scripts = first.policy.split('; ').find((part) => part.startsWith('script-src'));
  expect(scripts).toBe(`script-src 'nonce-${first.nonce}' 'strict-dynamic'`);
});

test('code is evaluated during development only', () => {
  expect(securityHeaders({ dev: false }).policy).not.toContain('unsafe-eval');
  expect(securityHeaders({ dev: true }).policy).toContain('unsafe-eval');
});
