import type { QueryAnswer, SelectionParameters } from '@/lib/interface';
import { questionAbout } from './answer-about';
import type { Reader } from './read-only';
import { isoFromMicros } from './times';

/** What `new` compares with, and what a reader of its answer must know about that. */
export interface Baseline {
  readonly answer: NonNullable<QueryAnswer['baseline']>;
  readonly notes: readonly string[];
}

/**
 * How far back the stored data of the same types and sources reaches before the range, of the time that was asked for.
 * `from` is the beginning of the range, null when it is open.
 */
export async function readBaseline(
  reader: Reader,
  parameters: SelectionParameters,
  from: Date | null,
  asked: number,
  signal?: AbortSignal,
): Promise<Baseline> {
  if (from === null) {
    const note = 'No beginning of the range is chosen, so there is no time before it and everything counts as new.';
    return { answer: { asked, covered: 0, from: null, to: null }, notes: [note] };
  }
  const { q: _, from: __, ...others } = parameters;
  const { matching } = await questionAbout(reader, { ...others, to: from.toISOString() }, signal);
  const extent = await matching.extent();
  const wanted = from.getTime() - asked;
  const first = extent.first === null ? null : Math.floor(extent.first / 1000);
  const start = first === null ? null : Math.max(first, wanted);
  const covered = start === null ? 0 : from.getTime() - start;
  const answer = {
    asked,
    covered,
    from: start === null ? null : isoFromMicros(start * 1000),
    to: from.toISOString(),
  };
  return { answer, notes: covered < asked ? [shortfall(asked, covered, answer.from)] : [] };
}

function shortfall(asked: number, covered: number, start: string | null): string {
  if (start === null) {
    return `There is no stored data before the range, so everything counts as new.`;
  }
  return `The stored data begins at ${start}: it was compared with ${spell(covered)} and not with ${spell(asked)}.`;
}

/** In its two largest units. */
function spell(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  if (days > 0) return hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  if (hours > 0) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return minutes > 0 ? `${minutes} min` : `${Math.round(milliseconds / 1000)} s`;
}
