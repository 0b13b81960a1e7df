import { NotFound } from '@/lib/errors';
import type { RetentionAnswer, RetentionPreview, RetentionRule, SourceRetention } from '@/lib/interface';
import { sql } from '@/lib/query';
import { readOnly } from '../read-only';
import { isoFromText, micros } from '../times';
import { bySource, dueLots, type Lot } from './lots';
import { type Kept, readKept, readRule, storedBytes } from './read-lots';

interface StateRow {
  readonly swept: string | null;
  readonly pending: boolean;
}

/** How long logs are kept, and how far that is carried out. */
export function readRetention(signal?: AbortSignal): Promise<RetentionAnswer> {
  return readOnly(async (reader) => {
    const [state] = await reader.rows<StateRow>(
      sql`SELECT ${micros(sql`swept_at`)} AS swept, coalesce(swept_at < changed_at, true) AS pending FROM retention`,
    );
    const sources = await reader.rows<RetentionAnswer['sources'][number]>(
      sql`SELECT id::text AS id, name, keep_days AS "keepDays" FROM source WHERE keep_own ORDER BY name, id`,
    );
    return {
      ...(await readRule(reader)),
      bytes: await storedBytes(reader),
      sweptAt: isoFromText(state?.swept ?? null),
      pending: state?.pending ?? false,
      sources,
    };
  }, signal);
}

/** What would go if this rule held now. */
export function previewRetention(rule: RetentionRule, signal?: AbortSignal): Promise<RetentionPreview> {
  return readOnly(async (reader) => previewOf({ ...(await readKept(reader)), rule }, Date.now()), signal);
}

/** What would go of a source if this word of its own held now; the rule for all stays as it is. Throws `NotFound`. */
export function previewSourceRetention(
  id: string,
  { own, keepDays }: SourceRetention,
  signal?: AbortSignal,
): Promise<RetentionPreview> {
  const source = id.toLowerCase();
  return readOnly(async (reader) => {
    const found = await reader.rows(sql`SELECT FROM source WHERE id::text = ${source}`);
    if (found.length === 0) throw new NotFound(`there is no source "${id}"; it may have been deleted`);
    const kept = await readKept(reader);
    const lots = kept.lots.map((lot) => (lot.source === source ? { ...lot, own, ownDays: keepDays } : lot));
    return previewOf({ ...kept, lots }, Date.now(), source);
  }, signal);
}

function previewOf({ lots, rule, bytes }: Kept, now: number, only?: string): RetentionPreview {
  const due = dueLots(lots, rule, bytes, now).filter(({ source }) => only === undefined || source === only);
  const sources = [...bySource(due)].map(([id, own]) => ({
    id,
    name: own[0]?.name ?? '',
    events: sumOf(own, 'events'),
    to: newestOf(own),
  }));
  sources.sort((one, other) => other.events - one.events);
  return { events: sumOf(due, 'events'), bytes: sumOf(due, 'bytes'), sources };
}

function sumOf(lots: readonly Lot[], what: 'events' | 'bytes'): number {
  return lots.reduce((sum, lot) => sum + lot[what], 0);
}

function newestOf(lots: readonly Lot[]): string | null {
  const newest = lots.reduce((last, lot) => Math.max(last, lot.newest ?? last), Number.NEGATIVE_INFINITY);
  return Number.isFinite(newest) ? new Date(newest).toISOString() : null;
}
