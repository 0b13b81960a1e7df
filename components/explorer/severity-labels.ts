import type { Severity } from '@/lib/events';

/** A severity as a word and a colour: the word always stands beside the mark, so that colour is not the only sign. */
export const SEVERITY_LABELS: Readonly<Record<Severity, { readonly word: string; readonly color: string }>> = {
  trace: { word: 'trace', color: 'var(--severity-trace)' },
  debug: { word: 'debug', color: 'var(--severity-debug)' },
  info: { word: 'info', color: 'var(--severity-info)' },
  notice: { word: 'notice', color: 'var(--severity-notice)' },
  warning: { word: 'warning', color: 'var(--severity-warning)' },
  error: { word: 'error', color: 'var(--severity-error)' },
  critical: { word: 'critical', color: 'var(--severity-critical)' },
};
