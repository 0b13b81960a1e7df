import { NotFound } from '@/lib/errors';
import type { LinkedAnswer } from '@/lib/interface';
import { sql } from '@/lib/query';
import { readOnly } from '../read-only';
import { isoFromMicros, micros } from '../times';

/** Where a short link leads, and who made it when. Throws `NotFound`. */
export function readLink(slug: string, signal?: AbortSignal): Promise<LinkedAnswer> {
  return readOnly(async (reader) => {
    const [row] = await reader.rows<Omit<LinkedAnswer, 'url'>>(sql`
      SELECT link.slug, link.path, link.search, ${micros(sql`link.at`)} AS at, link.by, link.proof
      FROM link WHERE link.slug = ${slug}`);
    if (row === undefined) throw new NotFound(`there is no link "${slug}"`);
    return { ...row, url: `/s/${row.slug}`, at: isoFromMicros(Number(row.at)) };
  }, signal);
}
