import { prisma } from './client';

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

export async function readMetrics(): Promise<StoreMetrics> {
  const { source, file, segment } = prisma();
  const [states, files, segments] = await Promise.all([
    source.groupBy({
      by: ['state'],
      _count: { _all: true },
      _sum: { events: true, lines: true, unparsed: true, bytes: true },
    }),
    file.count(),
    segment.count(),
  ]);
  const total = (name: 'events' | 'lines' | 'unparsed' | 'bytes') =>
    states.reduce((sum, row) => sum + Number(row._sum[name] ?? 0), 0);
  return {
    sources: Object.fromEntries(
      STATES.map((state) => [state, states.find((row) => row.state === state)?._count._all ?? 0]),
    ),
    files,
    events: total('events'),
    lines: total('lines'),
    unparsed: total('unparsed'),
    bytes: total('bytes'),
    segments,
  };
}
