'use client';

import Link from 'next/link';
import { DataTable } from '@/components/forms';
import { formatCount, formatCounted, visibleLine } from '@/components/text';
import type { RuleDetail, RuleTrialAnswer } from '@/lib/interface';
import { EventsLink } from './events-link';
import { eventsOfSubject, queryOfRule, type Within } from './rule-links';

interface TrialResultProps {
  rule: RuleDetail;
  answer: RuleTrialAnswer;
  within: Within;
}

/** Trackway counts subjects by the names of fields; what a table shows of a value must fit a line. */
const VALUE_MAX = 200;
const HEADS_END = 'Events';

/** What a trial found: events, the findings that they would be, and whom these would be about. */
export function TrialResult({ rule, answer, within }: TrialResultProps) {
  const { events, findings, exact, by, subjects, took } = answer;
  const q = queryOfRule(rule);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <p role="status" aria-label="What the trial found">
        {q === null ? formatCounted(events, 'event') : <EventsLink rule={rule} q={q} within={within} count={events} />}
        {', exact; '}
        {exact ? '' : 'at least '}
        {formatCounted(findings, 'finding')} {exact ? 'to be, exact' : 'to be: too many to be told apart'}.{' '}
        <span className="text-faint">{formatCount(Math.round(took))} ms</span>
        {events === 0 && rule.missing.length > 0 ? (
          <span className="text-warn"> The data lacks what it needs, so this says nothing.</span>
        ) : null}
      </p>
      {subjects.length === 0 ? null : (
        <DataTable label="Whom findings would be about" heads={[...by, HEADS_END]}>
          {subjects.map(({ values, events: count }) => (
            <tr key={JSON.stringify(values)}>
              {by.map((field, place) => (
                <td
                  key={field}
                  className="max-w-72 truncate font-mono text-xs"
                  title={visibleLine(values[place] ?? '')}
                >
                  {visibleLine((values[place] ?? '').slice(0, VALUE_MAX)) || <span className="text-faint">none</span>}
                </td>
              ))}
              <td className="w-32 whitespace-nowrap">
                <SubjectLink href={eventsOfSubject(rule, by, values, within)} count={count} />
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </div>
  );
}

function SubjectLink({ href, count }: { href: string | null; count: number }) {
  const text = formatCounted(count, 'event');
  if (href === null) return <span>{text}</span>;
  return (
    <Link href={href} className="rounded text-accent hover:underline">
      {text}
    </Link>
  );
}
