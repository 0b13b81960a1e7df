import type { PatternTextsAnswer } from '@/lib/interface';
import { sql } from '@/lib/query';
import { type Reader, readOnly } from './read-only';

/** The texts of patterns by their ids; an id that names none is left out. */
export async function patternTexts(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows<{ id: string; text: string }>(
    sql`SELECT pattern.id, pattern.text FROM pattern WHERE pattern.id = ANY (${ids}::text[])`,
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** What patterns say, for whoever has their ids from elsewhere. */
export function readPatternTexts(ids: readonly string[], signal?: AbortSignal): Promise<PatternTextsAnswer> {
  return readOnly(async (reader) => ({ texts: Object.fromEntries(await patternTexts(reader, ids)) }), signal);
}
