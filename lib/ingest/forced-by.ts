import { type Forced, formatNamed, PLAIN } from '@/lib/formats';
import type { Corrections } from '@/lib/interface';

/** What a person's word leaves formats no choice about. */
export function forcedBy({ format, type }: Pick<Corrections, 'format' | 'type'>): Forced {
  return { format: format === null || format === PLAIN ? format : formatNamed(format), type };
}
