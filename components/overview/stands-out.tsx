'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { exploreLink } from '@/components/links';
import { formatCount } from '@/components/text';
import type { LogType } from '@/lib/events';
import type { OverviewAnswer } from '@/lib/interface';
import { useCommonValues } from './overview-queries';
import { ERRORS, refusals } from './questions';
import { ValueList } from './value-list';

/** What to look at first: errors and refusals, each by where it happened. */
export function StandsOut({ overview }: { overview: OverviewAnswer }) {
  const sum = (count: (type: OverviewAnswer['types'][number]) => number) =>
    overview.types.reduce((total, type) => total + count(type), 0);
  const errors = sum((type) => type.errors);
  const of = (type: LogType) => overview.types.find((each) => each.type === type)?.refusals ?? 0;
  return (
    <>
      <Question
        title="Errors"
        count={errors}
        q={ERRORS}
        type={null}
        fields={[
          ['component', 'Component'],
          ['pod', 'Pod'],
          ['node', 'Node'],
          ['namespace', 'Namespace'],
        ]}
        none="No event of severity error or critical."
      />
      <Question
        title="Refused API requests"
        count={of('audit')}
        q={refusals('audit')}
        type="audit"
        fields={[
          ['user', 'User'],
          ['resource', 'Resource'],
        ]}
        none="No request was answered with 401 or 403."
        absent={isAbsent(overview, 'audit') ? 'No audit log is loaded. Add one to see who was refused what.' : null}
      />
      <Question
        title="Dropped and rejected flows"
        count={of('network')}
        q={refusals('network')}
        type="network"
        fields={[
          ['src_ip', 'Source address'],
          ['dst_ip', 'Destination address'],
          ['dst_port', 'Destination port'],
          ['reason', 'Reason'],
        ]}
        none="No flow was dropped or rejected."
        absent={
          isAbsent(overview, 'network') ? 'No flow log is loaded. Add one to see what the network refused.' : null
        }
      />
    </>
  );
}

interface QuestionProps {
  title: string;
  count: number;
  q: string;
  type: LogType | null;
  /** Field and heading; those without values are left out. */
  fields: readonly (readonly [field: string, title: string])[];
  /** What to say when the count is zero. */
  none: string;
  /** What to say instead when there is no such log at all. */
  absent?: string | null;
}

function Question({ title, count, q, type, fields, none, absent = null }: QuestionProps) {
  return (
    <section aria-label={title} className="min-w-0">
      <SectionTitle title={title}>
        {count === 0 ? null : (
          <Link href={exploreLink({ type, q })} className="text-accent hover:underline">
            Explore {formatCount(count)}
          </Link>
        )}
      </SectionTitle>
      {count === 0 ? <p className="text-dim">{absent ?? none}</p> : <Values q={q} type={type} fields={fields} />}
    </section>
  );
}

function Values({ q, type, fields }: Pick<QuestionProps, 'q' | 'type' | 'fields'>) {
  const answer = useCommonValues(
    q,
    type,
    fields.map(([field]) => field),
  );
  if (answer.isError) return <p className="text-error">{answer.error.message}</p>;
  if (answer.data === undefined) return <div className="h-40" />;
  const { fields: facets } = answer.data;
  const told = fields.filter(([field]) => (facets[field]?.values.length ?? 0) > 0).slice(0, 2);
  return (
    <div className="grid grid-cols-[repeat(2,minmax(0,1fr))] gap-4">
      {told.map(([field, title]) => (
        <ValueList key={field} title={title} field={field} facet={facets[field]} q={q} type={type} />
      ))}
    </div>
  );
}

export function SectionTitle({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mb-2 flex items-baseline justify-between gap-3 border-b border-line pb-1.5">
      <h2 className="text-base font-semibold">{title}</h2>
      {children}
    </div>
  );
}

function isAbsent(overview: OverviewAnswer, type: LogType): boolean {
  return (overview.types.find((each) => each.type === type)?.events ?? 0) === 0;
}
