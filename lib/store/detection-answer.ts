import { z } from 'zod';
import { LOG_TYPES } from '@/lib/events';
import { TIME_ORIGIN } from '@/lib/formats';
import { type Corrections, type Detection, describeDetection, type TimeOrigin } from '@/lib/interface';

const counts = z.record(z.string(), z.number());
const stored = z.object({ formats: counts, types: counts, typeOrigins: counts, timeOrigins: z.number() });

const TIME_ORIGINS: readonly (readonly [bit: number, name: TimeOrigin])[] = [
  [TIME_ORIGIN.yearPerson, 'year-person'],
  [TIME_ORIGIN.yearNearby, 'year-nearby'],
  [TIME_ORIGIN.yearFile, 'year-file'],
  [TIME_ORIGIN.yearNow, 'year-upload'],
  [TIME_ORIGIN.zonePerson, 'zone-person'],
  [TIME_ORIGIN.zoneBanner, 'zone-banner'],
  [TIME_ORIGIN.zoneAssumed, 'zone-assumed'],
];
const TYPE_ORIGINS = ['person', 'format', 'path', 'neighbour', 'nothing'] as const;

/** What the reader counted in a file, as the interface tells it, for the format it is called by and the corrections it was read with; null of a file without events, or read by an older version. */
export function detectionOf(value: unknown, format: string | null, said: Corrections): Detection | null {
  const parsed = stored.safeParse(value);
  if (!parsed.success) return null;
  const { formats, types, typeOrigins, timeOrigins } = parsed.data;
  const inOrder = commonestFirst(Object.keys(formats), formats).map(([name, lines]) => ({ format: name, lines }));
  // A file is called by what reads it, also where more of its lines are read by nothing.
  inOrder.sort((one, other) => Number(other.format === format) - Number(one.format === format));
  const lines = inOrder.reduce((sum, entry) => sum + entry.lines, 0);
  const found = {
    share: lines === 0 ? null : (inOrder[0]?.lines ?? 0) / lines,
    formats: inOrder,
    types: commonestFirst(LOG_TYPES, types).map(([type, events]) => ({ type, events })),
    typeOrigins: commonestFirst(TYPE_ORIGINS, typeOrigins).map(([origin, events]) => ({ origin, events })),
    timeOrigins: TIME_ORIGINS.flatMap(([bit, name]) => ((timeOrigins & bit) === 0 ? [] : [name])),
  };
  return { sentence: describeDetection(found, said), ...found };
}

function commonestFirst<Name extends string>(
  names: readonly Name[],
  counted: Readonly<Record<string, number>>,
): [Name, number][] {
  return names
    .map((name): [Name, number] => [name, counted[name] ?? 0])
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one);
}
