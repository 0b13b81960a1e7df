'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { timeParts, type Zone } from '@/components/time';
import { sourcesQuery } from '@/components/upload';
import { LOG_TYPES, type LogType } from '@/lib/events';
import type { EventAnswer } from '@/lib/interface';
import { checkPipeline, parsePipeline, type QueryError } from '@/lib/query';
import type { DaysShown } from './event-cell';
import { useAnswer, useBreakdowns, useCount, useEvents, useLanes, useOverview } from './explorer-queries';
import { momentsOf, spanOf } from './moments-of';
import { emptyLanes, prepareLanes } from './prepare-lanes';
import { withTail } from './tail-buffer';
import type { ExplorerState } from './use-explorer-state';
import { useSearch } from './use-search';
import { useTail } from './use-tail';

/** While a table of figures is shown, the keys have no event to be on. */
const NO_EVENTS: readonly EventAnswer[] = [];
const NO_TYPES: readonly LogType[] = [];

/** All that the server says about a state of the explorer, ready to draw. `still`: a person reads, nothing may move. */
export function useView({ selection, sort, by, at, live }: ExplorerState, zone: Zone, still: boolean) {
  const { type, q, from, to, source } = selection;
  const fault: QueryError | null = useMemo(() => checkPipeline(q), [q]);
  const asking = fault === null;
  const piped = useMemo(() => asking && parsePipeline(q).stages.length > 0, [asking, q]);
  // The first rows do not wait for it; what counts all events does.
  const search = useSearch(selection, asking);
  const searchOfLanes = useSearch({ ...selection, type: null }, asking);
  const lanes = useLanes(selection, asking && searchOfLanes.done);
  const stackedTypes = useMemo(() => {
    if (type !== null) return [type];
    return LOG_TYPES.filter((each) => lanes.data?.buckets.some((bucket) => (bucket.by[each] ?? 0) > 0));
  }, [type, lanes.data]);
  const breakdowns = useBreakdowns(selection, searchOfLanes.done ? stackedTypes : NO_TYPES, asking ? by : null);
  const count = useCount(selection, asking && search.done);
  const events = useEvents(selection, sort, at, asking && !piped);
  const tail = useTail(selection, live && asking, still);
  const tailed = useMemo(() => withTail(tail.buffer.shown, events.events), [tail.buffer.shown, events.events]);
  const answer = useAnswer(selection, piped && search.done);
  const overview = useOverview();
  // What was shown stays until what takes its place is there, also from rows of events to an answer and back.
  const answering = piped
    ? answer.data !== undefined || answer.isError || events.events.length === 0
    : asking && events.query.isPending && answer.data !== undefined;

  // The lanes' answer counts all types; only one that is about the same events can be said beside the count.
  const untimed = type === null ? (lanes.data?.untimed ?? 0) : 0;
  const sources = useQuery({ ...sourcesQuery, enabled: source !== null }).data?.sources;
  const span = useMemo(() => {
    // The list of sources may be there for others' sake.
    const own = source === null ? undefined : sources?.filter((each) => each.id === source);
    return spanOf(own ?? overview.data?.types ?? []);
  }, [sources, source, overview.data]);
  const moments = useMemo(() => momentsOf(from, to, span), [from, to, span]);
  const trackway = useMemo(() => {
    if (fault !== null || lanes.data === undefined) return null;
    const drawn = prepareLanes(lanes.data, breakdowns.byType, by === 'severity');
    const around = moments ?? span;
    return drawn ?? (around === null ? null : emptyLanes(around, lanes.data.untimed));
  }, [fault, lanes.data, breakdowns.byType, by, moments, span]);
  const days = trackway === null ? 'none' : daysShown(trackway.from, trackway.to - 1, zone);
  return {
    fault,
    piped,
    search,
    lanes,
    lanesWait: asking && !searchOfLanes.done,
    breakdowns,
    count,
    events: { ...events, events: answering ? NO_EVENTS : tailed },
    tail,
    answer,
    answering,
    overview,
    untimed,
    trackway,
    span,
    moments,
    days,
  };
}

export type View = ReturnType<typeof useView>;

function daysShown(one: number, other: number, zone: Zone): DaysShown {
  const [first, last] = [timeParts(one, zone), timeParts(other, zone)];
  if (first?.year !== last?.year) return 'year';
  return first?.day === last?.day && first?.month === last?.month ? 'none' : 'day';
}
