'use client';

import Link from 'next/link';
import { visibleLine } from '@/components/text';
import { eventsOfSubject } from '@/components/triage';
import type { FindingAnswer } from '@/lib/interface';
import { Part } from './part';

const VALUE_MAX = 300;

/** Whom a finding is about; each value leads to all its events. */
export function FindingSubject({ finding }: { finding: FindingAnswer }) {
  const subject = Object.entries(finding.subject);
  if (subject.length === 0) return null;
  return (
    <Part title="About">
      <dl className="grid grid-cols-[92px_minmax(0,1fr)] gap-x-3 gap-y-1 font-mono text-xs">
        {subject.map(([field, value]) => (
          <div key={field} className="contents">
            <dt className="truncate text-faint" title={field}>
              {visibleLine(field)}
            </dt>
            <dd>
              <Link
                href={eventsOfSubject(field, value)}
                title={`All events of this ${visibleLine(field)}, in every lane and at any time`}
                className="rounded text-accent [overflow-wrap:anywhere] hover:underline"
              >
                {visibleLine(value.slice(0, VALUE_MAX))}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
