'use client';

import Link from 'next/link';
import { type Lane, prepareLanes, type Trackway, TYPE_LABELS } from '@/components/explorer';
import { exploreLink } from '@/components/links';
import { formatCount } from '@/components/text';
import { rangeLabel, timeTicks, useZone, zoneLabel } from '@/components/time';
import { classNames } from '@/components/ui';
import { LOG_TYPES, type LogType } from '@/lib/events';
import type { OverviewAnswer } from '@/lib/interface';
import { LaneBars } from './lane-bars';
import { useWholeTimeline } from './overview-queries';
import { ERRORS, refusals } from './questions';

type TypeSummary = OverviewAnswer['types'][number];

const CELL = 'py-0 pl-3 text-right font-normal';

/** The five lanes over the whole span, each with what is in it. */
export function LaneTable({ overview }: { overview: OverviewAnswer }) {
  const timeline = useWholeTimeline();
  const [zone] = useZone();
  const trackway = timeline.data === undefined ? null : prepareLanes(timeline.data, new Map(), false);
  return (
    <section
      aria-label="What there is, by type"
      className="relative rounded-xl border border-line bg-panel px-4 pt-2 pb-2"
    >
      {timeline.isFetching ? <span className="progress-line rounded-t-xl" /> : null}
      <table className="w-full table-fixed border-collapse">
        <colgroup>
          <col className="w-[112px]" />
          <col />
          <col className="w-[100px]" />
          <col className="w-[68px]" />
          <col className="w-[80px]" />
          <col className="w-[80px]" />
          <col className="w-[260px] max-xl:w-0" />
        </colgroup>
        <thead className="text-2xs text-faint">
          <tr className="h-7">
            <th className="text-left font-normal">Type</th>
            <th className={CELL}>
              <span className="sr-only">Events over time</span>
            </th>
            <th className={CELL}>Events</th>
            <th className={CELL}>Files</th>
            <th className={CELL}>Errors</th>
            <th className={CELL}>Refused</th>
            <th className={classNames(CELL, 'max-xl:hidden')}>First to last, {zoneLabel(zone, Date.now())}</th>
          </tr>
        </thead>
        <tbody>
          {LOG_TYPES.map((type) => (
            <LaneRow
              key={type}
              type={type}
              summary={overview.types.find((each) => each.type === type) ?? null}
              lane={trackway?.lanes.find((each) => each.type === type) ?? null}
            />
          ))}
        </tbody>
        <Axis trackway={trackway} />
      </table>
      {timeline.isError ? <p className="text-error">The lanes cannot be drawn: {timeline.error.message}</p> : null}
    </section>
  );
}

interface LaneRowProps {
  type: LogType;
  summary: TypeSummary | null;
  lane: Lane | null;
}

function LaneRow({ type, summary, lane }: LaneRowProps) {
  const [zone] = useZone();
  const { label, color } = TYPE_LABELS[type];
  const empty = summary === null || summary.events === 0;
  const span = rangeLabel(summary?.from ?? null, summary?.to ?? null, zone, new Date().getFullYear());
  return (
    <tr className={classNames('h-9', empty && 'text-faint')}>
      <th scope="row" className="text-left font-normal">
        <Link href={exploreLink({ type })} className="flex items-center gap-2 rounded hover:underline">
          <span className="size-2 shrink-0 rounded-[2px]" style={{ background: color }} aria-hidden />
          {label}
        </Link>
      </th>
      <td className="pl-3">
        <div className="h-6 border-b border-line">{lane === null ? null : <LaneBars lane={lane} color={color} />}</div>
      </td>
      <td className={CELL}>{empty ? 'none' : formatCount(summary.events)}</td>
      <td className={classNames(CELL, 'text-dim')}>{empty ? '' : formatCount(summary.files)}</td>
      <td className={CELL}>
        <Amount count={summary?.errors ?? 0} href={exploreLink({ type, q: ERRORS })} label={`errors in ${label}`} />
      </td>
      <td className={CELL}>
        <Amount
          count={summary?.refusals ?? 0}
          href={exploreLink({ type, q: refusals(type) })}
          label={`refused in ${label}`}
        />
      </td>
      <td className={classNames(CELL, 'truncate text-xs text-dim max-xl:hidden')}>{empty ? '' : span.text}</td>
    </tr>
  );
}

function Amount({ count, href, label }: { count: number; href: string; label: string }) {
  if (count === 0) return <span className="text-faint">–</span>;
  return (
    <Link href={href} aria-label={`${formatCount(count)} ${label}`} className="rounded text-error hover:underline">
      {formatCount(count)}
    </Link>
  );
}

function Axis({ trackway }: { trackway: Trackway | null }) {
  const [zone] = useZone();
  const ticks =
    trackway === null
      ? []
      : timeTicks(trackway.from, trackway.to, zone, 6).filter((tick) => fits(share(trackway, tick.time)));
  return (
    <tfoot aria-hidden>
      <tr className="h-5 font-mono text-2xs text-faint">
        <td />
        <td className="pl-3">
          <div className="relative h-4 overflow-hidden">
            {ticks.map((tick) => (
              <span
                key={tick.time}
                className={classNames('absolute -translate-x-1/2 whitespace-nowrap', tick.strong && 'text-dim')}
                style={{ left: `${share(trackway, tick.time)}%` }}
              >
                {tick.label}
              </span>
            ))}
          </div>
        </td>
      </tr>
    </tfoot>
  );
}

/** A label is centred on its moment: at the very ends half of it would be cut. */
function fits(percent: number): boolean {
  return percent > 7 && percent < 93;
}

function share(trackway: Trackway | null, time: number): number {
  return trackway === null ? 0 : ((time - trackway.from) / (trackway.to - trackway.from)) * 100;
}
