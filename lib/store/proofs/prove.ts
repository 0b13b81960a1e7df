import { randomUUID } from 'node:crypto';
import { addDigests, digestHex, NO_ROWS } from '@/lib/columns';
import type { ProofAnswer, SelectionParameters } from '@/lib/interface';
import { sql } from '@/lib/query';
import { questionAbout } from '../answer-about';
import { pool } from '../client';
import type { SegmentDigest } from '../matching';
import { type Reader, readOnly } from '../read-only';
import { sourceIds, wholeSecond } from '../selection';

/**
 * Remembers what a selection returns at this moment: how many events, and which. Relative times are remembered as the moments
 * that they are now, sources by their ids. Errors as `readOnly` and `resolveScope`.
 */
export async function prove(given: SelectionParameters, by: string, signal?: AbortSignal): Promise<ProofAnswer> {
  // Half a character is in no log, and PostgreSQL keeps none.
  const parameters = { ...given, q: given.q?.toWellFormed() };
  const { answer, rest } = await readOnly((reader) => proofNow(reader, parameters, by, signal), signal);
  await pool().query(
    `INSERT INTO proof (id, at, by, selection, count, digest, sources, segments, known_segments, known_numbers)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[answer.id, answer.at, by, JSON.stringify(answer.selection), answer.count, answer.digest],
      ...[JSON.stringify(rest.sources), JSON.stringify(rest.segments), rest.knownSegments, rest.knownNumbers],
    ],
  );
  return answer;
}

async function proofNow(reader: Reader, parameters: SelectionParameters, by: string, signal: AbortSignal | undefined) {
  const at = wholeSecond();
  const { scope, matching } = await questionAbout(reader, parameters, signal, at);
  const digests = (await matching.digests(new Map())).filter(({ others }) => others.count > 0);
  const total = digests.reduce((sum, { others }) => addDigests(sum, others), NO_ROWS);
  const known = await reader.rows<{ id: number; numbers: number }>(sql`
    SELECT segment.id, coalesce(segment.numbers, segment.events) AS numbers
    FROM segment WHERE segment.state = 'ready' ORDER BY segment.id`);
  const answer: ProofAnswer = {
    id: randomUUID(),
    at: at.toISOString(),
    by,
    count: total.count,
    digest: digestHex(total),
    selection: {
      types: [...parameters.type],
      q: parameters.q ?? '',
      from: scope.from?.toISOString() ?? null,
      to: scope.to?.toISOString() ?? null,
      source: (await sourceIds(reader, parameters.source))?.join(',') ?? null,
      since: scope.since?.proof ?? null,
    },
  };
  const rest = {
    ...(await withSources(reader, digests)),
    knownSegments: known.map(({ id }) => id),
    knownNumbers: known.map(({ numbers }) => numbers),
  };
  return { answer, rest };
}

/** The segments as they are stored, with the sources that they are of. */
async function withSources(reader: Reader, digests: readonly SegmentDigest[]) {
  const rows = await reader.rows<{ segment: number; id: string; name: string }>(sql`
    SELECT segment.id AS segment, source.id, source.name FROM segment JOIN source ON source.id = segment.source_id
    WHERE segment.id = ANY (${digests.map(({ segment }) => segment)}::int[])`);
  const bySegment = new Map(rows.map(({ segment, id, name }) => [segment, { id, name }]));
  const sources = [...new Map(rows.map(({ id, name }) => [id, { id, name }])).values()];
  const places = new Map(sources.map(({ id }, place) => [id, place]));
  const segments = digests.map(({ segment, others }) => {
    const { count } = others;
    return [segment, count, digestHex(others), places.get(bySegment.get(segment)?.id ?? '') ?? -1];
  });
  return { sources, segments };
}
