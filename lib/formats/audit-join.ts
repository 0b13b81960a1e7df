import type { LogEvent } from '@/lib/events';
import { auditTypeRank, describeAudit } from './audit-sentence';
import { cut } from './json-value';

const FIELDS = ['node', 'user', 'pid', 'unit', 'name', 'srcIp', 'srcPort', 'dstIp', 'dstPort'] as const;
const ATTRIBUTES_MAX = 192;

/**
 * Puts a further record of the same audit event into the event that the first one opened: what is there stays, the most
 * telling type names it all, and an argument that came in pieces grows.
 */
export function joinAudit(whole: LogEvent, part: LogEvent): void {
  for (const field of FIELDS) fillField(whole, part, field);
  const type = String(part.attributes?.['audit.type'] ?? '');
  const had = String(whole.attributes?.['audit.type'] ?? '');
  for (const [key, value] of Object.entries(part.attributes ?? {})) {
    const present = whole.attributes?.[key];
    const isArgument = type === 'EXECVE' && /^a\d{1,2}$/.test(key);
    if (present === undefined) {
      if (Object.keys(whole.attributes ?? {}).length < ATTRIBUTES_MAX) whole.setAttribute(key, value);
    } else if (isArgument) whole.setAttribute(key, cut(`${present}${value}`));
  }
  whole.setAttribute('audit.types', typesOf(String(whole.attributes?.['audit.types'] ?? had), type));
  if (auditTypeRank(type) > auditTypeRank(had)) whole.setAttribute('audit.type', type);
  describeAudit(whole);
}

function fillField<Name extends (typeof FIELDS)[number]>(whole: LogEvent, part: LogEvent, name: Name): void {
  if (whole[name] === null) whole[name] = part[name];
}

function typesOf(list: string, type: string): string {
  return type === '' || type === 'EOE' || list.split(',').includes(type) ? list : cut(`${list},${type}`);
}
