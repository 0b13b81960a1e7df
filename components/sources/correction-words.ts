import { offsetLabel } from '@/components/time';
import type { Corrections } from '@/lib/interface';

/** What was said, a few words each, under the name that takes it back. */
export function saidWords(said: Corrections): [keyof Corrections, string][] {
  const words: [keyof Corrections, string | null][] = [
    ['format', said.format === null ? null : said.format === 'plain' ? 'no format' : `format ${said.format}`],
    ['type', said.type === null ? null : `type ${said.type}`],
    ['zoneMinutes', said.zoneMinutes === null ? null : `zone ${offsetWords(said.zoneMinutes)}`],
    ['year', said.year === null ? null : `year ${said.year}`],
    ['skewSeconds', said.skewSeconds === null ? null : skewWords(said.skewSeconds)],
  ];
  return words.flatMap(([name, text]): [keyof Corrections, string][] => (text === null ? [] : [[name, text]]));
}

function skewWords(seconds: number): string {
  return seconds < 0 ? `clock ${-seconds} s behind` : `clock ${seconds} s ahead`;
}

export function offsetWords(minutes: number): string {
  return minutes === 0 ? 'UTC' : offsetLabel(minutes);
}

/** Whole hours from −12 to +14 and the part hours in use. */
const OFFSETS = [
  ...Array.from({ length: 27 }, (_, index) => (index - 12) * 60),
  ...[-570, -210, 210, 270, 330, 345, 390, 525, 570, 630, 765],
].sort((one, other) => one - other);

export const ZONE_CHOICES = OFFSETS.map((minutes) => ({ value: String(minutes), label: offsetWords(minutes) }));
