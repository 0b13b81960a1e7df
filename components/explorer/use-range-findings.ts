'use client';

import { ALL_FINDINGS, useFindings } from '@/components/triage';
import type { Selection } from './use-explorer-state';

/** More marks than that on five lanes tell nothing. */
const MARKED_MAX = 500;

/** The findings of the time that is looked at, in all lanes: the query and the source do not narrow them. */
export function useRangeFindings({ from, to }: Selection) {
  return useFindings({ ...ALL_FINDINGS, from, to, limit: MARKED_MAX });
}
