import { getDomain } from 'tldts';
import type { ColumnValue } from '@/lib/columns';
import { slotOf } from './statistics/distinct-estimate';
import { entropyOf } from './statistics/entropy';

export const SLOTS = 4096;
/** Below a registered domain, so many characters with so many bits each are no words of a service's name. */
const LETTERS_MIN = 20;
const BITS_MIN = 3.3;
const LENGTH_STEP = 4;
/** Names that a cluster or a cloud answers by itself. */
const INSIDE = /(?:^|\.)(?:cluster\.local|local|internal|svc|arpa|localdomain|lan)$/;

/** A name asked for, as it is counted. */
export interface AskedName {
  /** The domain that somebody registered. */
  readonly domain: string;
  /** Which of the slots the part below it falls into, and about how long it is; null where it may be a word. */
  readonly data: { readonly slot: number; readonly length: number } | null;
}

/**
 * A name that is asked for in few words, so that many different ones are few keys: its registered domain (by the public suffix
 * list) and, where the part below looks like data, a slot of that part. Null for names that stay within.
 */
export function askedName(host: ColumnValue): string | null {
  const name = String(host).toLowerCase();
  if (INSIDE.test(name)) return null;
  const domain = getDomain(name, { validateHostname: false });
  if (domain === null) return null;
  const below = name.slice(0, -domain.length - 1);
  const letters = below.replaceAll('.', '');
  if (letters.length < LETTERS_MIN || entropyOf(letters) < BITS_MIN) return domain;
  return `${domain} ${slotOf(below, SLOTS)} ${Math.round(letters.length / LENGTH_STEP) * LENGTH_STEP}`;
}

/** The counterpart of `askedName`. */
export function readAskedName(text: string): AskedName {
  const [domain = '', slot, length] = text.split(' ');
  return { domain, data: slot === undefined ? null : { slot: Number(slot), length: Number(length) } };
}
