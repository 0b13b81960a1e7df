import { expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password-hash';

// Four hashes are a second of one core, and more where others work.
it('knows the password again, and no other', async () => {
  const hash = await hashPassword('Ångström walks');
  expect(hash).toMatch(/^scrypt:32768:8:3:[\w-]{22}:[\w-]{43}$/);
  // The same letters, composed otherwise.
  expect(await verifyPassword({ hash, password: 'A\u030Angstro\u0308m walks' })).toBe(true);
  expect(await verifyPassword({ hash, password: 'angström walks' })).toBe(false);
  expect(await hashPassword('Ångström walks')).not.toBe(hash);
}, 60_000);

it.each(['', 'plain', 'scrypt:32768:8:3:AAAA:', 'bcrypt:1:2:3:4:5'])('takes no other hash: "%s"', async (hash) => {
  expect(await verifyPassword({ hash, password: '' })).toBe(false);
});
