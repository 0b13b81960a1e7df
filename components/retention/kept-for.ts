import { formatCounted } from '@/components/text';

/** `for 30 days`, `for ever`. */
export function keptFor(days: number | null): string {
  return days === null ? 'for ever' : `for ${formatCounted(days, 'day')}`;
}
