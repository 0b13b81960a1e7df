import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * With what cookies are signed. It is in a file for the owner alone and not in the database, so that whoever reads only the
 * database has no session. Without the file everybody must sign in again.
 * @param {string} dataFolder
 * @returns {string}
 */
export function cookieSecret(dataFolder) {
  const file = join(dataFolder, 'cookie-secret');
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
  return secret;
}
