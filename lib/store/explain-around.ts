import { isLogType, LOG_TYPES, type LogType } from '@/lib/events';
import type { ExplainAnswer, SelectionParameters } from '@/lib/interface';
import type { Question } from './answer-about';
import { breakdownBy } from './breakdown';
import { isoFromMicros } from './times';

/** Asks the same question with some of its parameters changed, in the same snapshot. */
export type Ask = (change: Partial<SelectionParameters>) => Promise<Question>;

type Nearest = NonNullable<ExplainAnswer['time']>['before'];

/** What the query finds outside the range of time; null when there is no range. */
export async function readOutside(ask: Ask): Promise<ExplainAnswer['time']> {
  const { from, to } = (await ask({})).scope;
  if (from === null && to === null) return null;
  const nearest = async (change: Partial<SelectionParameters>, end: 'first' | 'last'): Promise<Nearest> => {
    const { matching } = await ask(change);
    const time = (await matching.extent())[end];
    return time === null ? null : { count: await matching.count(), time: isoFromMicros(time) };
  };
  const { untimed } = await (await ask({ from: undefined, to: undefined })).matching.extent();
  return {
    before: from === null ? null : await nearest({ from: undefined, to: from.toISOString() }, 'last'),
    after: to === null ? null : await nearest({ from: to.toISOString(), to: undefined }, 'first'),
    untimed,
  };
}

/** What the query finds in the types that were not asked for, in the order of the lanes; those with nothing are left out. */
export async function readOtherTypes(asked: readonly LogType[], ask: Ask): Promise<ExplainAnswer['types']> {
  const others = LOG_TYPES.filter((type) => !asked.includes(type));
  if (asked.length === 0 || others.length === 0) return [];
  const [facet] = await (await ask({ type: others })).matching.facets([breakdownBy('type', 'type')], LOG_TYPES.length);
  const counts = (facet?.values ?? []).flatMap(({ value, count }) => {
    const type = String(value);
    return isLogType(type) ? [{ type, count }] : [];
  });
  return counts.sort((one, other) => LOG_TYPES.indexOf(one.type) - LOG_TYPES.indexOf(other.type));
}

/** What the query finds in all sources but those asked for; null when all are. */
export async function readElsewhere(source: string | undefined, ask: Ask): Promise<number | null> {
  if ((source ?? '').trim() === '') return null;
  const all = await (await ask({ source: undefined })).matching.count();
  return all - (await (await ask({})).matching.count());
}
