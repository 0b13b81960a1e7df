import { FIELDS, type LogType } from '@/lib/events';

const OF_TYPE: Readonly<Record<LogType | 'all', readonly string[]>> = {
  all: ['severity', 'namespace', 'node', 'pod', 'component', 'user', 'verb', 'verdict', 'format'],
  application: ['severity', 'namespace', 'pod', 'container', 'node', 'stream', 'status', 'caller', 'format'],
  node: ['severity', 'node', 'component', 'unit', 'caller', 'namespace', 'pod', 'format'],
  'control-plane': ['severity', 'component', 'node', 'reason', 'caller', 'resource', 'verb', 'status', 'format'],
  audit: ['verb', 'user', 'resource', 'subresource', 'namespace', 'status', 'decision', 'src_ip', 'user_agent', 'name'],
  network: ['verdict', 'protocol', 'direction', 'src_ip', 'dst_ip', 'dst_port', 'src_pod', 'dst_pod', 'host', 'reason'],
};

/** The facets that a type's page starts with; null is the page of all lanes. */
export function facetsOfType(type: LogType | null): readonly string[] {
  return OF_TYPE[type ?? 'all'];
}

/** Every field that can be a facet. */
export const FACET_FIELDS: readonly string[] = ['severity', 'type', ...FIELDS.map((field) => field.name)];

const LABELS: ReadonlyMap<string, string> = new Map<string, string>([
  ['severity', 'Severity'],
  ['type', 'Type'],
  ...FIELDS.map((field): [string, string] => [field.name, field.label]),
]);

/** What the interface calls a field; an attribute outside the catalogue goes by its own name. */
export function fieldLabel(name: string): string {
  return LABELS.get(name) ?? name;
}
