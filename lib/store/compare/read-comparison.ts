import type { z } from 'zod';
import { BadRequest } from '@/lib/errors';
import { FIELDS } from '@/lib/events';
import type { CompareAnswer, compareParameters } from '@/lib/interface';
import { type Question, questionAbout } from '../answer-about';
import { breakdownBy } from '../breakdown';
import { readOnly } from '../read-only';
import { rangeOf, type Scope, wholeSecond } from '../selection';
import { type AttributeNames, attributeNames } from './attribute-names';
import { rankedDifferences, type TwoTallies, without } from './differences';

type Parameters = z.output<typeof compareParameters>;
type Range = Pick<Scope, 'from' | 'to'>;

/**
 * A field with more values than this is left out: what nearly every event has its own of tells sets of events apart by nothing.
 * As many as an attribute's column of one segment has at most.
 */
const VALUES_MAX = 20_000;
const VALUES_SHOWN = 6;

/**
 * Which values are more or less common among the matching events of a range than among other matching events: those of all
 * other times, or of a range of their own. Counted exactly over every field with a column and the commonest attributes. Throws
 * `QueryError` and `BadRequest`, the latter too when there is nothing to compare or the ranges overlap.
 */
export function readComparison(parameters: Parameters, signal?: AbortSignal): Promise<CompareAnswer> {
  const { baselineFrom, baselineTo, limit, ...selection } = parameters;
  return readOnly(async (reader) => {
    const now = wholeSecond();
    const baseline = { ...selection, from: baselineFrom, to: baselineTo };
    const own = rangeOf(selection, now);
    const other = rangeOf(baseline, now);
    refuseUnfit(own, other);
    const isRest = other.from === null && other.to === null;
    const here = await questionAbout(reader, selection, signal, now);
    const there = await questionAbout(reader, baseline, signal, now);
    const hereAll = await here.matching.count();
    const thereAll = (await there.matching.count()) - (isRest ? hereAll : 0);
    const attributes = await attributeNames(reader, await there.matching.segments(), await here.matching.segments());
    const { tallies, tooMany } = await talliesOf(fieldNames(attributes), here, there, isRest);
    return {
      exact: true,
      selection: { ...iso(own), events: hereAll },
      baseline: { ...iso(other), events: thereAll, rest: isRest },
      fields: rankedDifferences(tallies, { hereAll, thereAll, fieldsMax: limit, valuesMax: VALUES_SHOWN }),
      compared: tallies.length,
      tooMany,
      attributesLeftOut: attributes.leftOut,
    };
  }, signal);
}

/** What all events of a range share by being in it says nothing, so that a range is needed on one side at least. */
function refuseUnfit(own: Range, other: Range): void {
  if (own.from === null && own.to === null) {
    throw new BadRequest('from, to: choose a time range to compare with the rest');
  }
  const isRest = other.from === null && other.to === null;
  const start = (range: Range) => range.from?.getTime() ?? Number.NEGATIVE_INFINITY;
  const end = (range: Range) => range.to?.getTime() ?? Number.POSITIVE_INFINITY;
  if (!isRest && start(own) < end(other) && start(other) < end(own)) {
    throw new BadRequest('baselineFrom, baselineTo: this range overlaps the one that is compared with it');
  }
}

/** Files are left out: logs rotate, so that each range has its own. */
function fieldNames({ names }: AttributeNames): string[] {
  return ['type', 'severity', ...FIELDS.map(({ name }) => name), ...names];
}

async function talliesOf(
  fields: readonly string[],
  here: Question,
  there: Question,
  isRest: boolean,
): Promise<{ tallies: TwoTallies[]; tooMany: string[] }> {
  const breakdowns = fields.map((field) => breakdownBy('fields', field));
  const own = await here.matching.tallies(breakdowns, VALUES_MAX);
  const other = await there.matching.tallies(breakdowns, VALUES_MAX);
  const tallies: TwoTallies[] = [];
  const tooMany: string[] = [];
  for (const [index, field] of fields.entries()) {
    const [by, inRange, outside] = [breakdowns[index], own[index], other[index]];
    if (by === undefined || inRange === undefined || outside === undefined) continue;
    if (inRange === 'too-many' || outside === 'too-many') tooMany.push(field);
    else if (inRange.counts.size + outside.counts.size > 0) {
      const rest = isRest ? without(outside, inRange) : outside;
      tallies.push({ field, here: inRange, there: rest, value: (text) => by.value(text) });
    }
  }
  return { tallies, tooMany };
}

function iso({ from, to }: Range): { from: string | null; to: string | null } {
  return { from: from?.toISOString() ?? null, to: to?.toISOString() ?? null };
}
