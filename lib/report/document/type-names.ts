import { LOG_TYPES, type LogType } from '@/lib/events';

export const TYPE_NAMES: Readonly<Record<LogType, string>> = {
  application: 'Application',
  node: 'Node',
  'control-plane': 'Control plane',
  audit: 'Audit',
  network: 'Network',
};

/** `Audit, Network`; none = all five. */
export function namesOfTypes(types: readonly LogType[]): string {
  return types.length === 0 || types.length === LOG_TYPES.length
    ? 'all five types'
    : types.map((type) => TYPE_NAMES[type]).join(', ');
}
