import { z } from 'zod';
import { NotFound } from '@/lib/errors';
import { readContent } from '@/lib/hunts';
import type { HuntAnswer, HuntHistoryAnswer } from '@/lib/interface';
import { sql } from '@/lib/query';
import { type Reader, readOnly } from '../read-only';
import { isoFromText, micros } from '../times';
import { type HuntRow, huntAnswerOf, huntRow } from './hunt-rows';

/** A hunt with the copies of its evidence. Throws `NotFound`. */
export function readHunt(slug: string, signal?: AbortSignal): Promise<HuntAnswer> {
  return readOnly(async (reader) => huntAnswerOf(reader, await huntRow(reader, slug)), signal);
}

const sentences = z.array(z.string());

/** The versions of a hunt that are kept, the latest first. Throws `NotFound`. */
export function readHuntHistory(slug: string, signal?: AbortSignal): Promise<HuntHistoryAnswer> {
  return readOnly(async (reader) => {
    const { id } = await huntRow(reader, slug);
    const rows = await reader.rows<{ version: number; by: string; at: string; changes: unknown }>(sql`
      SELECT hunt_version.version, hunt_version.by, ${micros(sql`hunt_version.at`)} AS at, hunt_version.changes
      FROM hunt_version WHERE hunt_version.hunt = ${id}::uuid ORDER BY hunt_version.version DESC`);
    return {
      versions: rows.map((row) => ({
        ...{ version: row.version, by: row.by, at: isoFromText(row.at) ?? '' },
        changes: sentences.parse(row.changes),
      })),
    };
  }, signal);
}

/** A hunt as it was in a version that is kept. Throws `NotFound`. */
export function readHuntVersion(slug: string, version: string, signal?: AbortSignal): Promise<HuntAnswer> {
  return readOnly(async (reader) => {
    const hunt = await huntRow(reader, slug);
    const then = await versionRow(reader, hunt, version);
    const row = { ...hunt, version: then.version, updated: then.at, updated_by: then.by };
    return huntAnswerOf(reader, row, readContent(then.document));
  }, signal);
}

interface VersionRow {
  readonly version: number;
  readonly by: string;
  readonly at: string;
  readonly document: unknown;
}

async function versionRow(reader: Reader, hunt: HuntRow, asked: string): Promise<VersionRow> {
  // The first at or above it: a version that is not kept was made one with the next that is.
  const [row] = /^[1-9]\d{0,8}$/.test(asked)
    ? await reader.rows<VersionRow>(sql`
        SELECT hunt_version.version, hunt_version.by, ${micros(sql`hunt_version.at`)} AS at, hunt_version.document
        FROM hunt_version WHERE hunt_version.hunt = ${hunt.id}::uuid AND hunt_version.version >= ${Number(asked)}::int
        ORDER BY hunt_version.version LIMIT 1`)
    : [];
  if (row === undefined) throw new NotFound(`"${hunt.slug}" has no version ${asked}`);
  if (String(row.version) === asked) return row;
  throw new NotFound(
    `version ${asked} of "${hunt.slug}" was not kept: the same person saved again within a minute, as version ${row.version}`,
  );
}
