import Link from 'next/link';
import type { ReactNode } from 'react';
import { exploreLink } from '@/components/links';
import { describePipeline, parsePipeline } from '@/lib/query';

/** Queries to click, each with what the language itself says that it means. */
export function ExampleQueries({ queries }: { queries: readonly string[] }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-panel">
      {queries.map((query) => (
        <li key={query} className="grid grid-cols-2 gap-x-4 px-3 py-1.5">
          <Link
            href={exploreLink({ q: query })}
            className="self-start font-mono text-xs leading-[19px] text-accent [overflow-wrap:anywhere] hover:underline"
          >
            {query}
          </Link>
          <span className="text-dim [overflow-wrap:anywhere]">{describePipeline(parsePipeline(query))}</span>
        </li>
      ))}
    </ul>
  );
}

/** A piece of a query within a sentence. */
export function QueryText({ children }: { children: ReactNode }) {
  return <code className="rounded bg-raise px-1 py-px font-mono text-xs text-text">{children}</code>;
}
