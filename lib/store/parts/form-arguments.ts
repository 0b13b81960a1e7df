import type { FieldName } from '@/lib/events';

/**
 * The fields that a form may name, in the order in which view `event` gives them to `format()`. The path's form may name all
 * but the last, which is the path. A change of this list is a migration of the view.
 */
export const FORM_ARGUMENTS = [
  'user',
  'verb',
  'resource',
  'subresource',
  'api_group',
  'name',
  'namespace',
  'pod',
  'container',
  'node',
  'component',
  'unit',
  'status',
  'reason',
  'method',
  'host',
  'src_ip',
  'src_port',
  'src_namespace',
  'src_pod',
  'dst_ip',
  'dst_port',
  'dst_namespace',
  'dst_pod',
  'protocol',
  'verdict',
  'direction',
  'bytes',
  'packets',
  'caller',
  'pid',
  'path',
] as const satisfies readonly FieldName[];
