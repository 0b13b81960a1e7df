'use client';

import { formatCount, formatCounted, visibleLine } from '@/components/text';
import { minuteTime, type Zone } from '@/components/time';
import { Button } from '@/components/ui';
import type { ExplainAnswer, ExplainedClause } from '@/lib/interface';
import { TYPE_LABELS } from './type-labels';

interface WhyProps {
  why: ExplainAnswer;
  zone: Zone;
  onSearch: (q: string) => void;
  onJump: (time: string) => void;
}

/** What each clause of a query without results does to it, and where the same query does find something. */
export function WhyNoEvents({ why, zone, onSearch, onJump }: WhyProps) {
  return (
    <div className="grid w-full gap-4 text-left">
      {why.clauses.length === 0 || why.total === 0 ? null : <ClauseTable why={why} onSearch={onSearch} />}
      <Elsewhere {...{ why, zone, onJump }} />
    </div>
  );
}

const CELL = 'px-3 py-1.5 align-baseline [overflow-wrap:normal]';
const FIGURE = `${CELL} text-right tabular-nums whitespace-nowrap`;

function ClauseTable({ why, onSearch }: Pick<WhyProps, 'why' | 'onSearch'>) {
  const several = why.clauses.length > 1;
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-panel">
      <table aria-label="Clauses of the query" className="w-full">
        <thead className="text-2xs text-faint">
          <tr className="border-b border-line">
            <th scope="col" className={`${CELL} text-left font-normal`}>
              Of {formatCounted(why.total, 'event')} here · exact
            </th>
            <th scope="col" className={`${FIGURE} font-normal`}>
              match alone
            </th>
            {several ? (
              <th scope="col" className={`${FIGURE} font-normal`}>
                left without it
              </th>
            ) : null}
            <th scope="col" className={CELL}>
              <span className="sr-only">Relax</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {why.clauses.map((clause) => (
            <ClauseRow key={clause.from} {...{ clause, several, onSearch }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ClauseRowProps {
  clause: ExplainedClause;
  several: boolean;
  onSearch: (q: string) => void;
}

function ClauseRow({ clause, several, onSearch }: ClauseRowProps) {
  const text = visibleLine(clause.text);
  return (
    <tr>
      <td className={`${CELL} max-w-0 w-full`}>
        <span className="flex items-baseline gap-2">
          <code className="truncate font-mono text-xs text-text" title={text}>
            {text}
          </code>
          {clause.empties ? <span className="shrink-0 text-2xs text-error">leaves nothing</span> : null}
        </span>
        {clause.meant.length === 0 ? null : <Meant meant={clause.meant} onSearch={onSearch} />}
      </td>
      <td className={`${FIGURE} ${clause.alone === 0 ? 'text-error' : 'text-text'}`}>{formatCount(clause.alone)}</td>
      {several ? (
        <td className={`${FIGURE} ${clause.without === 0 ? 'text-faint' : 'text-text'}`}>
          {formatCount(clause.without)}
        </td>
      ) : null}
      <td className={`${CELL} text-right whitespace-nowrap`}>
        <button
          type="button"
          aria-label={`Drop ${text}`}
          onClick={() => onSearch(clause.rest)}
          className={`rounded-sm text-xs hover:underline ${clause.without > 0 ? 'text-accent' : 'text-dim'}`}
        >
          Drop
        </button>
      </td>
    </tr>
  );
}

function Meant({ meant, onSearch }: { meant: ExplainedClause['meant']; onSearch: (q: string) => void }) {
  return (
    <span className="mt-0.5 flex flex-wrap items-baseline gap-x-3 text-xs text-dim">
      Did you mean
      {meant.map(({ text, count, q }) => (
        <button key={text} type="button" onClick={() => onSearch(q)} className="rounded-sm text-accent hover:underline">
          <span className="font-mono">{visibleLine(text)}</span>
          {count === null ? null : <span className="text-faint"> {formatCount(count)}</span>}
        </button>
      ))}
    </span>
  );
}

function Elsewhere({ why, zone, onJump }: Pick<WhyProps, 'why' | 'zone' | 'onJump'>) {
  const { before, after, untimed } = why.time ?? { before: null, after: null, untimed: 0 };
  const places = why.types.map(({ type, count }) => `${formatCount(count)} ${TYPE_LABELS[type].label.toLowerCase()}`);
  if (before === null && after === null && untimed === 0 && places.length === 0 && (why.elsewhere ?? 0) === 0)
    return null;
  return (
    <ul aria-label="Elsewhere" className="grid gap-1.5 text-dim">
      {before === null ? null : <Nearest {...before} side="before" zone={zone} onJump={onJump} />}
      {after === null ? null : <Nearest {...after} side="after" zone={zone} onJump={onJump} />}
      {untimed === 0 ? null : (
        <li>
          {formatCounted(untimed, 'event')} that would match {untimed === 1 ? 'has' : 'have'} no time, so no range holds{' '}
          {untimed === 1 ? 'it' : 'them'}.
        </li>
      )}
      {places.length === 0 ? null : <li>In other lanes the query matches {places.join(', ')} events.</li>}
      {(why.elsewhere ?? 0) === 0 ? null : (
        <li>In other sources it matches {formatCounted(why.elsewhere ?? 0, 'event')}.</li>
      )}
    </ul>
  );
}

interface NearestProps {
  count: number;
  time: string;
  side: 'before' | 'after';
  zone: Zone;
  onJump: (time: string) => void;
}

function Nearest({ count, time, side, zone, onJump }: NearestProps) {
  return (
    <li className="flex items-center gap-3">
      <span className="min-w-0 flex-1">
        <span className="text-text tabular-nums">{formatCounted(count, 'event')}</span>{' '}
        {count === 1 ? 'matches' : 'match'} {side} this range, the {side === 'before' ? 'last' : 'first'} at{' '}
        {minuteTime(time, zone)}
      </span>
      <Button
        size="small"
        aria-label={`Go to the ${side === 'before' ? 'last before' : 'first after'}`}
        onClick={() => onJump(time)}
      >
        {side === 'before' ? '← Go there' : 'Go there →'}
      </Button>
    </li>
  );
}
