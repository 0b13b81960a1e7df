'use client';

import { tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import { type AnswerValue, isNumeric } from '@/components/charts';
import { type Zone, zoneLabel } from '@/components/time';
import type { ColumnAnswer, QueryAnswer } from '@/lib/interface';
import { answerTracks } from './answer-widths';

const FEATURES = tableFeatures({});

/** The table's model of an answer; sorting and cutting are the query's own. */
export function useAnswerColumns(answer: QueryAnswer, zone: Zone) {
  const columns = useMemo(
    // Names are the user's and may be anything; a column is known by its place.
    () => answer.columns.map((name, index) => ({ id: `column-${index}`, header: name })),
    [answer],
  );
  const data = useMemo(() => [...answer.rows], [answer]);
  const table = useTable({ features: FEATURES, columns, data });
  const tracks = useMemo(() => answerTracks(answer, zone), [answer, zone]);
  return {
    ...tracks,
    rows: table.getRowModel().rows,
    headers: columns.map(({ id, header }, index) => {
      const column = answer.kinds[index];
      return {
        id,
        name: header,
        isNumeric: column !== undefined && isNumeric(column),
        note: column === undefined ? '' : noteOf(column, answer.rows[0]?.[index] ?? null, zone),
      };
    }),
  };
}

/** What must be known of a column of times: their zone, and how long a stretch is that begins there. */
function noteOf({ kind, interval }: ColumnAnswer, first: AnswerValue, zone: Zone): string {
  if (kind !== 'time') return '';
  const label = zoneLabel(zone, Date.parse(String(first)) || 0);
  return interval === null ? label : `${label}, each ${stretch(interval)}`;
}

const UNITS = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
] as const;

/** A stretch of so many milliseconds in the largest unit that it is a multiple of. */
function stretch(milliseconds: number): string {
  const unit = UNITS.find(([length]) => milliseconds % length === 0);
  return unit === undefined ? `${milliseconds} ms` : `${milliseconds / unit[0]} ${unit[1]}`;
}
