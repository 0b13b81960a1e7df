'use client';

import Link from 'next/link';
import { exploreLink } from '@/components/links';
import { formatCount, visibleLine } from '@/components/text';
import type { LogType } from '@/lib/events';
import type { FacetsAnswer } from '@/lib/interface';
import { withClause } from '@/lib/query';

interface ValueListProps {
  title: string;
  field: string;
  facet: FacetsAnswer['fields'][string] | undefined;
  /** The query whose events were counted; each value is a link to it with that value filled in. */
  q: string;
  type: LogType | null;
}

/** The commonest values of one field, each with its count, a bar for its share, and a way into the explorer. */
export function ValueList({ title, field, facet, q, type }: ValueListProps) {
  if (facet === undefined || facet.values.length === 0) return null;
  const most = facet.values.reduce((highest, { count }) => Math.max(highest, count), 1);
  return (
    <div className="min-w-0">
      <h3 className="mb-1 flex items-baseline justify-between gap-2 px-1.5 text-xs">
        <span className="font-medium">{title}</span>
        <span className="text-faint">{formatCount(facet.distinct)}</span>
      </h3>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-px">
        {facet.values.map(({ value, count }) => {
          const text = visibleLine(String(value));
          return (
            <li key={String(value)}>
              <Link
                href={exploreLink({ type, q: withClause(q, field, String(value), 'include') })}
                className="group relative flex h-[23px] items-center justify-between gap-3 rounded px-1.5 font-mono text-xs text-dim hover:text-text"
              >
                <span
                  className="absolute inset-y-px left-0 rounded bg-raise group-hover:bg-accent-soft"
                  style={{ width: `${Math.max(2, (count / most) * 100)}%` }}
                  aria-hidden
                />
                <span className="relative truncate" title={text}>
                  {text}
                </span>
                <span className="relative text-text">{formatCount(count)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
