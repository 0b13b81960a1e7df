'use client';

import Link from 'next/link';
import { pageOfHunt } from '@/components/collect';
import { formatCount, visibleLine } from '@/components/text';
import { minuteTime, type Zone } from '@/components/time';
import { classNames } from '@/components/ui';
import type { HuntSummary } from '@/lib/interface';
import { HuntMenu } from './hunt-menu';
import { StatusMark } from './status-mark';
import { techniqueTitle } from './technique-title';
import type { HuntActions } from './use-hunt-actions';
import type { HuntsState } from './use-hunts-state';

interface HuntsTableProps {
  hunts: readonly HuntSummary[];
  zone: Zone;
  state: HuntsState;
  actions: HuntActions;
  /** The rows are of an older question. */
  stale: boolean;
}

const HYPOTHESIS_MAX = 300;
const CHIPS_MAX = 3;
const HEAD = 'px-2 text-left font-normal';

/** The hunts: each with what it is about, how far it is, and who changed it last. */
export function HuntsTable({ hunts, stale, ...rest }: HuntsTableProps) {
  return (
    <div className="overflow-x-auto px-4">
      <table
        aria-label="Hunts"
        className={classNames(
          'w-full min-w-[860px] table-fixed border-collapse transition-opacity',
          stale && 'opacity-50',
        )}
      >
        <thead className="text-2xs text-faint">
          <tr className="h-8 border-b">
            <th className={classNames(HEAD, 'pl-0')}>Hunt</th>
            <th className={classNames(HEAD, 'w-[124px]')}>Status</th>
            <th className={classNames(HEAD, 'w-[218px] max-xl:w-[150px]')}>Techniques and tags</th>
            <th className={classNames(HEAD, 'w-[120px] max-xl:w-[96px]')}>Owner</th>
            <th className="w-[56px] px-2 text-right font-normal">Steps</th>
            <th className="w-[52px] px-2 text-right font-normal">Pins</th>
            <th className={classNames(HEAD, 'w-[170px] max-xl:w-[164px]')}>Changed</th>
            <th className="w-9">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {hunts.map((hunt) => (
            <Row key={hunt.slug} hunt={hunt} {...rest} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ hunt, zone, state, actions }: Omit<HuntsTableProps, 'hunts' | 'stale'> & { hunt: HuntSummary }) {
  const hypothesis = visibleLine(hunt.hypothesis.slice(0, HYPOTHESIS_MAX));
  return (
    <tr className="h-[52px] border-b border-line/60 hover:bg-hover">
      <th scope="row" className="px-2 pl-0 text-left font-normal">
        <Link
          href={pageOfHunt(hunt.slug)}
          title={visibleLine(hunt.title)}
          className="block truncate rounded font-medium hover:underline"
        >
          {visibleLine(hunt.title)}
        </Link>
        <span className="block truncate text-xs text-dim">{hypothesis || 'No hypothesis yet'}</span>
      </th>
      <td className="px-2">
        <StatusMark status={hunt.status} />
      </td>
      <td className="px-2">
        <Chips hunt={hunt} state={state} />
      </td>
      <td className="truncate px-2 text-dim" title={visibleLine(hunt.owner)}>
        {visibleLine(hunt.owner) || '–'}
      </td>
      <td className="px-2 text-right">{formatCount(hunt.steps)}</td>
      <td className="px-2 text-right">{formatCount(hunt.pins)}</td>
      <td className="px-2">
        <span className="block truncate">{minuteTime(hunt.updatedAt, zone)}</span>
        <span className="block truncate text-xs text-faint" title={visibleLine(hunt.updatedBy)}>
          by {visibleLine(hunt.updatedBy)}
        </span>
      </td>
      <td>
        <HuntMenu hunt={hunt} actions={actions} />
      </td>
    </tr>
  );
}

function Chips({ hunt, state }: { hunt: HuntSummary; state: HuntsState }) {
  const chips = [
    ...hunt.techniques.map((id) => ({ key: id, label: id, title: techniqueTitle(id), change: { technique: id } })),
    ...hunt.tags.map((tag) => ({ key: `#${tag}`, label: `#${tag}`, title: `#${tag}`, change: { tag } })),
  ];
  const more = chips.slice(CHIPS_MAX);
  return (
    <span className="flex max-h-10 flex-wrap items-center gap-1 overflow-hidden">
      {chips.slice(0, CHIPS_MAX).map(({ key, label, title, change }) => (
        <button
          key={key}
          type="button"
          title={`Only hunts with ${visibleLine(title)}`}
          onClick={() => state.set(change)}
          className="max-w-[84px] truncate rounded bg-raise px-1.5 text-2xs leading-[18px] text-dim hover:text-accent"
        >
          {visibleLine(label)}
        </button>
      ))}
      {more.length === 0 ? null : (
        <span className="text-2xs text-faint" title={visibleLine(more.map(({ title }) => title).join(', '))}>
          +{more.length}
        </span>
      )}
    </span>
  );
}
