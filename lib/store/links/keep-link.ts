import { createHash, randomBytes } from 'node:crypto';
import { BadRequest, TooSlow } from '@/lib/errors';
import { type LinkedAnswer, type NewLink, selectionParameters } from '@/lib/interface';
import { QueryError } from '@/lib/query';
import { pool } from '../client';
import { prove } from '../proofs';
import { wholeSecond } from '../selection';
import { readLink } from './read-link';
import { sharedSearch, sharedSelection } from './shared-search';

/** Letters and digits that cannot be taken for one another. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const SLUG_LENGTH = 10;
const KEPT_SLUG_LENGTH = 16;

/**
 * Keeps a place in Trackway under a short name, with a proof of what it shows where it shows events and that is wanted. Times
 * become moments by the clock of the server. A state that is not remembered has always the same name.
 */
export async function keepLink(link: NewLink, by: string, signal?: AbortSignal): Promise<LinkedAnswer> {
  const at = wholeSecond();
  const search = sharedSearch(link.search, link.absolute, at);
  const proof = link.remember ? await proofOf(link.path, search, by, signal) : null;
  const slug = link.remember
    ? nameOf(randomBytes(SLUG_LENGTH))
    : nameOf(createHash('sha256').update(`${link.path}?${search}`).digest().subarray(0, KEPT_SLUG_LENGTH));
  await pool().query(
    `INSERT INTO link (slug, path, search, at, by, proof) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (slug) DO NOTHING`,
    [slug, link.path, search, at, by, proof],
  );
  return readLink(slug);
}

/** Null where there is nothing to prove: a page without events, and a state that has no answer (in time). */
async function proofOf(path: string, search: string, by: string, signal?: AbortSignal): Promise<string | null> {
  const selection = sharedSelection(path, search);
  const parameters = selection === null ? null : selectionParameters.omit({ type: true }).safeParse(selection);
  if (selection === null || parameters?.success !== true) return null;
  try {
    return (await prove({ ...parameters.data, type: selection.type }, by, signal)).id;
  } catch (error) {
    if (error instanceof QueryError || error instanceof BadRequest || error instanceof TooSlow) return null;
    throw error;
  }
}

function nameOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
