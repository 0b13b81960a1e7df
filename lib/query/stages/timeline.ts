import type { FieldReference } from '../field-reference';
import { functionCalled } from '../functions';
import type { AggregateCall } from '../pipeline/steps';
import { QueryError, type Span } from '../query-error';
import { parseQuantity } from '../units';
import { printWidth, widthWords } from '../width';
import { countCall, readAggregates } from './read-aggregates';
import type { StageMember } from './stage';
import type { StageReader } from './stage-reader';
import { aggregateWords, byWords, printAggregates, printBy } from './stage-text';

/** `timeline 1h by verb`: figures of each stretch of time. */
export interface Timeline {
  readonly kind: 'timeline';
  /** Null is chosen to fit the range. */
  readonly widthMs: number | null;
  readonly aggregates: readonly AggregateCall[];
  readonly by: readonly FieldReference[];
  readonly at: Span;
}

const WIDTH_MAX_MS = 3650 * 86_400_000;

export const timeline: StageMember<Timeline> = {
  kind: 'timeline',
  title: 'Over time: timeline',
  about:
    'A count (or other figures) of each stretch of time, and of each group within it. A width such as 5m, 1h or 1d may follow; without one it fits the range. Stretches without events have no row.',
  names: ['timeline', 'timechart'],
  body: 'words',
  read(reader, at) {
    if (reader.shape.kind !== 'events') {
      throw new QueryError('timeline looks at events; put it before the steps that count or choose fields', at);
    }
    const widthMs = readWidth(reader);
    const isCall = functionCalled(reader.peekWord() ?? '') !== null;
    const aggregates = isCall ? readAggregates(reader) : [countCall()];
    const by = reader.by();
    reader.finish('timeline 1h by verb: a width, then perhaps figures, then by and fields');
    return { kind: 'timeline', widthMs, aggregates, by, at };
  },
  plan: ({ widthMs, aggregates, by }) => [{ kind: 'group', aggregates, by, bucket: { widthMs }, unseenForMs: null }],
  words: ({ widthMs, aggregates, by }) =>
    `${aggregateWords(aggregates)} in each ${widthMs === null ? 'stretch of time' : widthWords(widthMs)}${byWords(by)}`,
  print({ widthMs, aggregates, by }) {
    const figures = printAggregates(aggregates);
    const width = widthMs === null ? '' : ` ${printWidth(widthMs)}`;
    return `timeline${width}${figures === 'count' ? '' : ` ${figures}`}${printBy(by)}`;
  },
  examples: [
    {
      query: '* | timeline 1h',
      words: 'All events; how many there are in each hour.',
      gives: [
        ['time', 'count'],
        ['2026-01-31T10:00:00.000Z', 4],
        ['2026-01-31T11:00:00.000Z', 1],
        ['2026-01-31T12:00:00.000Z', 3],
      ],
    },
    {
      query: 'type:network | timeline 2h sum bytes by src_pod',
      words: 'Events where type is network; the sum of bytes in each 2 hours for each source pod.',
      gives: [
        ['time', 'src_pod', 'sum_bytes'],
        ['2026-01-31T10:00:00.000Z', 'web', 3000],
        ['2026-01-31T12:00:00.000Z', 'batch', 5000],
      ],
    },
  ],
};

function readWidth(reader: StageReader): number | null {
  const { at } = reader;
  const width = reader.takeRead((word) => (/^[\d.]/.test(word) ? (parseQuantity(word) ?? NO_WIDTH) : null));
  if (width === null) return null;
  const isFit = width.unit === 'duration' && Number.isInteger(width.number);
  if (!isFit || width.number < 1 || width.number > WIDTH_MAX_MS) {
    throw new QueryError('the width of a stretch of time is written 30s, 5m, 1h or 1d', at);
  }
  return width.number;
}

const NO_WIDTH = { unit: 'none', number: 0 } as const;
