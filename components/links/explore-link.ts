import type { LogType } from '@/lib/events';

/** A view of the explorer; what is left out is open. */
export interface ExploreView {
  readonly type?: LogType | null;
  readonly q?: string;
  readonly source?: string;
  readonly from?: string;
  readonly to?: string;
}

/** The address of the explorer on that view. */
export function exploreLink({ type, q, source, from, to }: ExploreView): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ q, source, from, to })) {
    if (value !== undefined && value !== '') parameters.set(name, value);
  }
  const path = type === undefined || type === null ? '/explore' : `/explore/${type}`;
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}
