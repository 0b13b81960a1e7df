import type { Json, JsonObject } from './format';

/** Columns of the table and the keys of an audit event that they hold. */
const COLUMNS: readonly (readonly [string, string])[] = [
  ['Level', 'level'],
  ['AuditId', 'auditID'],
  ['Stage', 'stage'],
  ['RequestUri', 'requestURI'],
  ['Verb', 'verb'],
  ['User', 'user'],
  ['ImpersonatedUser', 'impersonatedUser'],
  ['SourceIps', 'sourceIPs'],
  ['UserAgent', 'userAgent'],
  ['ObjectRef', 'objectRef'],
  ['ResponseStatus', 'responseStatus'],
  ['RequestObject', 'requestObject'],
  ['ResponseObject', 'responseObject'],
  ['RequestReceivedTime', 'requestReceivedTimestamp'],
  ['StageReceivedTime', 'stageTimestamp'],
  ['Annotations', 'annotations'],
];

/** Columns of kind `dynamic`: objects, which exports to CSV and some queries write as text. */
const DYNAMIC: ReadonlySet<string> = new Set([
  'User',
  'ImpersonatedUser',
  'SourceIps',
  'ObjectRef',
  'ResponseStatus',
  'RequestObject',
  'ResponseObject',
  'Annotations',
]);
const DYNAMIC_LENGTH_MAX = 2 * 1024 * 1024;

/**
 * The audit event that a row of AKSAudit or AKSAuditAdmin was made of.
 * Source: https://learn.microsoft.com/azure/azure-monitor/reference/tables/aksaudit
 */
export function aksAuditOf(row: JsonObject): JsonObject {
  const event: Record<string, Json> = { kind: 'Event', apiVersion: 'audit.k8s.io/v1' };
  for (const [column, key] of COLUMNS) {
    const value = row[column];
    if (value === undefined || value === null || value === '') continue;
    event[key] = DYNAMIC.has(column) ? dynamicOf(value) : value;
  }
  return event;
}

function dynamicOf(value: Json): Json {
  if (typeof value !== 'string' || value.length > DYNAMIC_LENGTH_MAX || !/^[{[]/.test(value)) return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}
