import { addDigests, digestHex, NO_ROWS } from '@/lib/columns';
import type { ProofAnswer, ProofComparison } from '@/lib/interface';
import { sql } from '@/lib/query';
import { questionAbout } from '../answer-about';
import type { SegmentDigest } from '../matching';
import { type Reader, readOnly } from '../read-only';
import { readProof } from './proof-rows';

/**
 * Holds a proof against what its selection returns now; relative times mean what they meant then. Events that were read again
 * have new ids: they count as removed and as added. Throws `NotFound`, otherwise as `readOnly` and `resolveScope`.
 */
export function compareProof(id: string, signal?: AbortSignal): Promise<ProofComparison> {
  return readOnly(async (reader) => {
    const { answer, segments, numbers } = await readProof(reader, id);
    const digests = await digestsNow(reader, answer, numbers, signal);
    const now = new Map(digests.map((each) => [each.segment, each]));
    const all = digests.flatMap(({ below, others }) => [below, others]).reduce(addDigests, NO_ROWS);
    let kept = 0;
    const gone = new Set<string>();
    for (const { id: segment, count, source } of segments) {
      const left = Math.min(count, now.get(segment)?.below.count ?? 0);
      kept += left;
      if (left < count) gone.add(source);
    }
    const digest = digestHex(all);
    return {
      ...answer,
      now: { count: all.count, digest },
      same: all.count === answer.count && digest === answer.digest,
      added: all.count - kept,
      removed: answer.count - kept,
      gone: [...gone].sort(),
    };
  }, signal);
}

/** What the selection of a proof returns now; nothing where all sources that it names are gone. */
async function digestsNow(
  reader: Reader,
  { selection, at }: ProofAnswer,
  numbers: ReadonlyMap<number, number>,
  signal: AbortSignal | undefined,
): Promise<readonly SegmentDigest[]> {
  const { types, q, from, to, since } = selection;
  const source = selection.source === null ? null : await stillThere(reader, selection.source);
  if (source === '') return [];
  const parameters = {
    ...{ type: types, q, from: from ?? undefined, to: to ?? undefined },
    ...{ source: source ?? undefined, since: since ?? undefined },
  };
  const { matching } = await questionAbout(reader, parameters, signal, new Date(at));
  return matching.digests(numbers);
}

async function stillThere(reader: Reader, ids: string): Promise<string> {
  const rows = await reader.rows<{ id: string }>(
    sql`SELECT source.id::text AS id FROM source WHERE source.id::text = ANY (${ids.split(',')}::text[]) ORDER BY 1`,
  );
  return rows.map(({ id }) => id).join(',');
}
