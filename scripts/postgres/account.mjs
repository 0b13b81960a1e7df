import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainError } from '../plain-error.mjs';

// PostgreSQL refuses to run as root. These accounts are on nearly every system; none is created.
const PREFERRED = ['postgres', 'node', 'nobody'];

/**
 * The account that shall run PostgreSQL, or null for the one that runs this process (unless that is root).
 * @returns {{ name: string, uid: number, gid: number } | null}
 */
export function postgresAccount() {
  if (process.platform === 'win32' || process.getuid() !== 0) return null;
  const accounts = readAccounts(readFileSync('/etc/passwd', 'utf8'));
  for (const name of PREFERRED) {
    const account = accounts.find((candidate) => candidate.name === name && candidate.uid !== 0);
    if (account) return account;
  }
  throw new PlainError(
    'PostgreSQL does not run as root, and none of the accounts postgres, node and nobody exists here. ' +
      'Start Trackway as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/**
 * Whether the account may walk down to this path. Root can reach every place; the account it hands over to may not.
 * @param {string} path an existing, absolute path
 * @param {{ uid: number, gid: number } | null} account
 */
export function canReach(path, account) {
  if (!account) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bits = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode;
    if (!(bits & 1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** @param {string} passwd text of /etc/passwd */
export function readAccounts(passwd) {
  return passwd
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length >= 4)
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
