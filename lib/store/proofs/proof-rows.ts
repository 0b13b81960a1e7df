import { z } from 'zod';
import { NotFound } from '@/lib/errors';
import { type ProofAnswer, proofAnswer } from '@/lib/interface';
import { sql } from '@/lib/query';
import type { Reader } from '../read-only';
import { isoFromMicros, micros } from '../times';

const sources = z.array(z.object({ id: z.string(), name: z.string() }));
const segments = z.array(z.tuple([z.number(), z.number(), z.string(), z.number()]));

/** A segment with matching events, when a proof was made. */
export interface ProvedSegment {
  readonly id: number;
  readonly count: number;
  readonly digest: string;
  /** The name of its source then. */
  readonly source: string;
}

/** A proof as it is stored. */
export interface Proof {
  readonly answer: ProofAnswer;
  readonly segments: readonly ProvedSegment[];
  /** How many numbers of events each segment of the store had given out. */
  readonly numbers: ReadonlyMap<number, number>;
}

/** Reads a proof. Throws `NotFound`. */
export async function readProof(reader: Reader, id: string): Promise<Proof> {
  const [row] = await reader.rows<{
    id: string;
    at: string;
    by: string;
    selection: unknown;
    count: string;
    digest: string;
    sources: unknown;
    segments: unknown;
    known_segments: number[];
    known_numbers: number[];
  }>(sql`
    SELECT proof.id, ${micros(sql`proof.at`)} AS at, proof.by, proof.selection, proof.count, proof.digest, proof.sources,
      proof.segments, proof.known_segments, proof.known_numbers
    FROM proof WHERE proof.id::text = ${id.toLowerCase()}`);
  if (row === undefined) throw new NotFound(`there is no proof "${id}"`);
  const names = sources.parse(row.sources);
  const { count, at, by, digest, selection } = row;
  return {
    answer: proofAnswer.parse({
      ...{ id: row.id, by, digest, selection },
      at: isoFromMicros(Number(at)),
      count: Number(count),
    }),
    segments: segments.parse(row.segments).map(([segment, own, hash, place]) => ({
      ...{ id: segment, count: own, digest: hash },
      source: names[place]?.name ?? '',
    })),
    numbers: new Map(row.known_segments.map((segment, place) => [segment, row.known_numbers[place] ?? 0])),
  };
}
