import { decodeBlockSync } from '@/lib/blocks';
import { type Hunt, huntFor, type Sought } from '@/lib/originals';

/** A block of originals as it is stored. */
export interface PackedBlock {
  readonly codec: number;
  readonly data: Uint8Array;
  /** Bytes when unpacked. */
  readonly length: number;
}

export function unpack({ codec, data, length }: PackedBlock): Buffer {
  return decodeBlockSync(codec, data, length);
}

/** Searches of one question come one behind the other, often many for each thing that is sought. */
const PREPARED_MAX = 32;
const prepared = new Map<string, Hunt>();

/** The search for something, prepared once in each thread. */
export function preparedHunt(sought: Sought): Hunt {
  const key = JSON.stringify(sought);
  const known = prepared.get(key);
  if (known !== undefined) return known;
  if (prepared.size >= PREPARED_MAX) prepared.clear();
  const hunt = huntFor(sought);
  prepared.set(key, hunt);
  return hunt;
}
