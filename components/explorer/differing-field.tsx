'use client';

import { Minus } from 'lucide-react';
import { formatCount, formatShare, visibleLine } from '@/components/text';
import { classNames } from '@/components/ui';
import type { CompareAnswer } from '@/lib/interface';
import { fieldLabel } from './facets-of-type';
import { moveAmongValues } from './move-among-values';
import type { ExplorerState } from './use-explorer-state';

type Field = CompareAnswer['fields'][number];

interface DifferingFieldProps {
  field: Field;
  /** Events in the range, and in the baseline. */
  here: number;
  there: number;
  state: ExplorerState;
}

/** A field with the values that differ most: their share here above, their share there below. A click filters. */
export function DifferingField({ field, here, there, state }: DifferingFieldProps) {
  const left = field.differing - field.values.length;
  return (
    <section aria-label={fieldLabel(field.field)} className="pt-2.5">
      <h3 className="flex h-5 items-baseline gap-2 text-xs font-semibold" title={field.field}>
        <span className="min-w-0 flex-1 truncate">{fieldLabel(field.field)}</span>
        <span className="text-2xs font-normal text-faint">here · there</span>
      </h3>
      <ul onKeyDown={moveAmongValues}>
        {field.values.map((value) => (
          <DifferingValue key={String(value.value)} {...{ value, here, there, state }} field={field.field} />
        ))}
      </ul>
      {left > 0 ? <p className="px-1.5 text-2xs text-faint">{formatCount(left)} more differ</p> : null}
    </section>
  );
}

interface DifferingValueProps {
  field: string;
  value: Field['values'][number];
  here: number;
  there: number;
  state: ExplorerState;
}

function DifferingValue({ field, value: { value, ...counts }, here, there, state }: DifferingValueProps) {
  const { actions } = state;
  const shown = visibleLine(String(value));
  const shares = { here: counts.here / Math.max(1, here), there: counts.there / Math.max(1, there) };
  const isMore = shares.here > shares.there;
  const word = directionOf(counts, isMore);
  return (
    <li className="group/value relative">
      <button
        type="button"
        data-value-button
        aria-label={`Include ${field} ${shown}: ${word}, ${formatCount(counts.here)} here, ${formatCount(counts.there)} there`}
        aria-description="Minus excludes it"
        title={shown}
        onClick={() => actions.filter(field, String(value), 'include')}
        onKeyDown={(event) => {
          if (event.key === '-') actions.filter(field, String(value), 'exclude');
        }}
        className="grid w-full grid-cols-[minmax(0,1fr)_auto_52px_52px] items-center gap-x-2 rounded px-1.5 py-0.5 text-left text-xs hover:bg-hover"
      >
        <span className="truncate font-mono">{shown}</span>
        <span className={classNames('text-2xs', isMore ? 'text-warn' : 'text-faint')}>{word}</span>
        <span className="text-right font-mono text-2xs" title={`${formatCount(counts.here)} events`}>
          {formatShare(shares.here)}
        </span>
        <span className="text-right font-mono text-2xs text-faint" title={`${formatCount(counts.there)} events`}>
          {formatShare(shares.there)}
        </span>
        <span aria-hidden className="col-span-4 grid gap-px pt-0.5">
          <Share share={shares.here} className={isMore ? 'bg-accent' : 'bg-line-strong'} />
          <Share share={shares.there} className="bg-line-strong" />
        </span>
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Exclude ${field} ${shown}`}
        title="Exclude"
        onClick={() => actions.filter(field, String(value), 'exclude')}
        className="absolute top-0.5 right-0 grid size-[19px] place-items-center rounded bg-bg text-faint opacity-0 group-hover/value:opacity-100 hover:bg-error-soft hover:text-error focus-visible:opacity-100"
      >
        <Minus size={13} aria-hidden />
      </button>
    </li>
  );
}

function Share({ share, className }: { share: number; className: string }) {
  return (
    <span
      className={classNames('h-[3px] rounded-full', className)}
      style={{ width: `${Math.max(share > 0 ? 1 : 0, share * 100)}%` }}
    />
  );
}

/** In a word, since the bars alone would say it by their length only. */
function directionOf({ here, there }: { here: number; there: number }, isMore: boolean): string {
  if (there === 0) return 'only here';
  if (here === 0) return 'not here';
  return isMore ? 'more' : 'less';
}
