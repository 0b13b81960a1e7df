import type { FieldName } from '@/lib/events';

/** What of a row tends to repeat together. View `event` finds it in table `event_part` by the row's column `<name>_part`. */
export interface PartGroup {
  readonly name: string;
  readonly fields: readonly FieldName[];
}

/** The groups, and what is in each. A change of this list is a migration of the view. */
export const PART_GROUPS = [
  {
    name: 'kind',
    // What differs least comes first: the writer looks anew only from the first difference on.
    fields: [
      'format',
      'envelope',
      'stream',
      'protocol',
      'method',
      'direction',
      'decision',
      'verdict',
      'reason',
      'subresource',
      'status',
      'verb',
      'api_group',
      'resource',
      'caller',
    ],
  },
  { name: 'place', fields: ['cluster', 'namespace', 'pod', 'container', 'component', 'unit', 'image'] },
  // A node says where a node's own log or a flow was written, a user who made a request: no format tells both at once often.
  { name: 'actor', fields: ['node', 'user'] },
  { name: 'origin', fields: ['src_ip', 'src_namespace', 'src_pod'] },
  { name: 'target', fields: ['dst_ip', 'dst_namespace', 'dst_pod', 'user_agent', 'host'] },
  // Always a part, also of one event: the pattern of a line is known for certain only when all lines are there.
  { name: 'pattern', fields: ['pattern'] },
] as const satisfies readonly PartGroup[];

/** The columns of table `event_row` that name an event's parts. */
export const PART_COLUMNS = PART_GROUPS.map(({ name }) => `${name}_part`);

/** The group that also holds the forms of message and path. */
export const KIND = 0;

/** The group of patterns. */
export const PATTERN = 5;

/** By what an attribute's name begins with: the group with which it repeats, null for none. All others are of `KIND`. */
const PREFIXES: readonly (readonly [prefix: string, group: number | null])[] = [
  ['user.extra.', null],
  ['user.', 2],
  ['source.', 3],
  ['destination.', 4],
];

/** The group whose parts may hold an attribute; null when it stays in the row. */
export function groupOfAttribute(name: string): number | null {
  const found = PREFIXES.find(([prefix]) => name.startsWith(prefix));
  return found === undefined ? KIND : found[1];
}
