import { createHash, randomBytes } from 'node:crypto';

/** 32 bytes cannot be guessed, so that one round of sha256 is enough to store them by. */
const SECRET_BYTES = 32;
/** `trackway_read_…`: scanners of repositories for leaked secrets find these by their beginning. */
const SECRET = /^trackway_(?:ingest|read)_[A-Za-z0-9_-]{43}$/;
/** Four characters of the random part; the rest cannot be guessed from them. */
const START = /^trackway_(?:ingest|read)_.{4}/;

/** A new secret, which is safe in a path, a header and a configuration file. */
export function newSecret(scope: 'ingest' | 'read'): string {
  return `trackway_${scope}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
}

/** Whether it may be one; what cannot is not looked up. */
export function isSecret(text: string): boolean {
  return SECRET.test(text);
}

/** Whether whoever gave it took it for a secret of ours, if perhaps cut short or with a letter wrong. */
export function isMeantAsSecret(text: string): boolean {
  return text.startsWith('trackway_');
}

/**
 * The 32 bytes by which a secret is stored and found. Finding by hash needs no comparison in constant time: what an attacker
 * could learn is of the hash of a guess.
 */
export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(secret, 'utf8').digest());
}

/** Enough of a secret to recognise it in a list. */
export function secretStart(secret: string): string {
  return START.exec(secret)?.[0] ?? '';
}
