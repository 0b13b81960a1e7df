import type { HuntContent } from '@/lib/interface';
import { same } from './content';

/** What was changed, in words. */
export function describeChanges(before: HuntContent, after: HuntContent): string[] {
  return same(before, after) ? [] : ['changed it'];
}
