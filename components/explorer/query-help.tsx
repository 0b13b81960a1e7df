'use client';

import { CircleHelp } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Popover } from '@/components/ui';
import { describePipeline, parsePipeline } from '@/lib/query';

/** What a newcomer asks first, from the plain to the particular; each runs as it stands. */
const FILTERS = [
  '"connection refused"',
  'severity>=error',
  'verb:(delete or patch) -user:system\\:*',
  'status>=400 and status<500',
  'resource:secrets and verb:(get or list)',
  'src_ip:10.0.0.0/8 and not dst_ip:10.0.0.0/8',
  'bytes>1MB or duration>3s',
  'pod:api-* and message:/time(d )?out/',
  'user:* and not namespace:*',
];

/** Filters with steps behind them, which make a table. */
const TABLES = [
  'status:403 | count by user, resource',
  'type:audit | rare user_agent',
  'type:audit | new user, verb, resource vs 7d',
  'severity>=error | timeline 1h by namespace',
  'type:network | sum bytes by src_ip, dst_ip',
  'duration:* | count, p95 duration by path',
];

interface QueryHelpProps {
  onRun: (text: string) => void;
}

/** The query language on one card: examples to click, and where the rest is written. */
export function QueryHelp({ onRun }: QueryHelpProps) {
  const [open, setOpen] = useState(false);
  const choose = (query: string) => {
    setOpen(false);
    onRun(query);
  };
  return (
    <Popover
      label="How to ask"
      open={open}
      onOpenChange={setOpen}
      align="end"
      className="w-[min(760px,calc(100vw-32px))] p-0"
      trigger={
        <button
          type="button"
          aria-label="How to ask"
          title="How to ask"
          className="grid size-6 shrink-0 place-items-center rounded-md text-faint hover:bg-raise hover:text-text"
        >
          <CircleHelp size={14} aria-hidden />
        </button>
      }
    >
      <p className="px-3 pt-2.5 pb-2 text-dim">
        Words and “phrases” search whole events. <Code>field:value</Code> looks at one field. Put together with{' '}
        <Code>and</Code>, <Code>or</Code>, <Code>not</Code> and parentheses. KQL, Lucene, LogQL, Datadog, Splunk,{' '}
        <Code>kubectl logs</Code> and <Code>grep</Code> can be pasted.
      </p>
      <Examples label="Examples" queries={FILTERS} onChoose={choose} />
      <p className="px-3 pt-2 pb-1 text-dim">
        Behind a filter, <Code>|</Code> begins a step that counts, compares or makes a table.
      </p>
      <Examples label="Examples of tables" queries={TABLES} onChoose={choose} />
      <p className="flex justify-between px-3 py-2 text-xs text-faint">
        <span>A minus or “not” leaves out, * and ? stand for any characters.</span>
        <span className="flex gap-4">
          <Link href="/help#questions" className="rounded-sm text-accent hover:underline">
            Twenty questions
          </Link>
          <Link href="/help#query" className="rounded-sm text-accent hover:underline">
            All of the language
          </Link>
        </span>
      </p>
    </Popover>
  );
}

function Code({ children }: { children: string }) {
  return <code className="rounded bg-raise px-1 py-px font-mono text-xs text-text">{children}</code>;
}

interface ExamplesProps {
  label: string;
  queries: readonly string[];
  onChoose: (query: string) => void;
}

/** Queries to choose, each with what it means. */
function Examples({ label, queries, onChoose }: ExamplesProps) {
  return (
    <ul aria-label={label} className="border-y py-1">
      {queries.map((query) => (
        <li key={query}>
          <button
            type="button"
            onClick={() => onChoose(query)}
            className="grid w-full grid-cols-[336px_minmax(0,1fr)] items-baseline gap-x-3 px-3 py-[3px] text-left hover:bg-raise focus-visible:outline-offset-[-2px]"
          >
            <span className="truncate font-mono text-xs text-accent">{query}</span>
            <span className="truncate text-xs text-dim" title={wordsOf(query)}>
              {wordsOf(query)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function wordsOf(query: string): string {
  return describePipeline(parsePipeline(query)).replace(/^Events where /, '');
}
