import { sql } from '@/lib/query';
import { readOnly } from './read-only';

/** What monitoring wants to know; sums over all sources that are there now. */
export interface StoreMetrics {
  readonly sources: Readonly<Record<string, number>>;
  readonly files: number;
  readonly events: number;
  readonly lines: number;
  readonly unparsed: number;
  readonly bytes: number;
  readonly segments: number;
}

const STATES = ['receiving', 'reading', 'ready', 'failed'] as const;

export function readMetrics(signal?: AbortSignal): Promise<StoreMetrics> {
  return readOnly(async (reader) => {
    const rows = await reader.rows<Record<'state' | 'sources' | 'events' | 'lines' | 'unparsed' | 'bytes', string>>(sql`
      SELECT source.state, count(*) AS sources, sum(source.events) AS events, sum(source.lines) AS lines,
        sum(source.unparsed) AS unparsed, sum(source.bytes) AS bytes
      FROM source GROUP BY source.state`);
    const [counts] = await reader.rows<Record<'files' | 'segments', string>>(
      sql`SELECT (SELECT count(*) FROM file) AS files, (SELECT count(*) FROM segment) AS segments`,
    );
    const total = (name: 'events' | 'lines' | 'unparsed' | 'bytes') =>
      rows.reduce((sum, row) => sum + Number(row[name]), 0);
    return {
      sources: Object.fromEntries(
        STATES.map((state) => [state, Number(rows.find((row) => row.state === state)?.sources ?? 0)]),
      ),
      files: Number(counts?.files ?? 0),
      events: total('events'),
      lines: total('lines'),
      unparsed: total('unparsed'),
      bytes: total('bytes'),
      segments: Number(counts?.segments ?? 0),
    };
  }, signal);
}
