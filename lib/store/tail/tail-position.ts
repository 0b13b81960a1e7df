import { BadRequest } from '@/lib/errors';

/** How far a tail has come: the events of arrival `arrival` up to number `n` are behind it. */
export interface TailPosition {
  readonly arrival: number;
  readonly n: number;
}

/** All of an arrival: more than any event's number. */
export const WHOLE = 2_147_483_647;

export function writePosition({ arrival, n }: TailPosition): string {
  return n >= WHOLE ? String(arrival) : `${arrival}-${n}`;
}

/** Throws `BadRequest` when the text is none that `writePosition` makes. */
export function readPosition(text: string): TailPosition {
  const match = /^(\d{1,15})(?:-(\d{1,10}))?$/.exec(text);
  if (match === null) throw new BadRequest(`after: "${text}" is no position of a tail; leave it out to begin now`);
  return { arrival: Number(match[1]), n: Math.min(match[2] === undefined ? WHOLE : Number(match[2]), WHOLE) };
}
