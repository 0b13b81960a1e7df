import Link from 'next/link';
import { formatCounted } from '@/components/text';
import type { RuleDetail } from '@/lib/interface';
import { eventsOfQuery, type Within } from './rule-links';

interface EventsLinkProps {
  rule: Pick<RuleDetail, 'types'>;
  q: string;
  within?: Within;
  /** Exact. */
  count: number;
}

/** A number of events that leads to them. */
export function EventsLink({ rule, q, within = {}, count }: EventsLinkProps) {
  if (count === 0) return <span>0 events</span>;
  return (
    <Link href={eventsOfQuery(rule, q, within)} className="rounded text-accent hover:underline">
      {formatCounted(count, 'event')}
    </Link>
  );
}
