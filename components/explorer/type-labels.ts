import type { LogType } from '@/lib/events';

interface TypeLabel {
  readonly label: string;
  /** The CSS colour of its lane. */
  readonly color: string;
}

export const TYPE_LABELS: Readonly<Record<LogType, TypeLabel>> = {
  application: { label: 'Application', color: 'var(--application)' },
  node: { label: 'Node', color: 'var(--node)' },
  'control-plane': { label: 'Control plane', color: 'var(--control-plane)' },
  audit: { label: 'Audit', color: 'var(--audit)' },
  network: { label: 'Network', color: 'var(--network)' },
};
