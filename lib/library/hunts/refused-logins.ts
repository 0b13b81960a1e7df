import type { ReadyHunt } from '../ready-hunt';

export const refusedLogins: ReadyHunt = {
  name: 'refused-logins',
  title: 'Logins of applications tried out',
  hypothesis: 'Somebody tries passwords, tokens or doors of an application.',
  type: 'application',
  tactics: ['Credential Access', 'Initial Access'],
  techniques: ['T1110.003', 'T1110.004', 'T1078'],
  lookFor: 'One address that is refused often, many users from one address, and whether it was let in afterwards.',
  falsePositives:
    'A client with an old token that asks again and again: one path, evenly. Monitors that are not logged in.',
  next: [
    { title: 'What the address was given', q: 'src_ip:0.0.0.0 status<400 | count by method, path, status' },
    { title: 'Refusals over time', q: 'type:(application or network) status:(401 or 403) | timeline by src_ip' },
  ],
  steps: [
    {
      title: 'Addresses that were refused twenty times or more',
      types: ['application', 'network'],
      q: 'type:(application or network) status:(401 or 403) src_ip:* | count, distinct path, min time, max time by src_ip | where count>=20',
      needs: { fields: ['status'] },
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [{ type: 'network', fields: { status: 401, src_ip: '203.0.113.9', path: '/login' } }],
      misses: [{ type: 'network', fields: { status: 200, src_ip: '203.0.113.9', path: '/login' } }],
    },
    {
      title: 'Failed logins in the words of applications',
      types: ['application'],
      q: 'type:application ("login failed" or "failed login" or "authentication failed" or "authentication failure" or "invalid password" or "bad credentials" or "invalid credentials" or "wrong password" or "password authentication failed" or "account locked" or "too many login attempts" or "invalid token" or "signature verification failed") | count, distinct src_ip, min time, max time by namespace, container',
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [
        { type: 'application', message: 'FATAL: password authentication failed for user "app"' },
        { type: 'application', message: 'Bad credentials' },
      ],
      misses: [{ type: 'application', message: 'user ann logged in' }],
    },
  ],
};
