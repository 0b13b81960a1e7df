import { knownField, resolveField } from '@/lib/query';
import type { FieldTarget, FieldTargets, LogSourceMapping } from './log-sources/log-source';
import { Refused } from './refusal';

/** Finds what stands for a field of Sigma. */
export interface FieldMapping {
  /** The targets of a field; throws Refused for one that no event of the log source has. */
  targetsOf(field: string): readonly FieldTarget[];
  /** Whether the log source names the field, in any case. */
  names(field: string): boolean;
  /** Whether a field may be nowhere but in the JSON of the original. */
  mayBePath(field: string): boolean;
}

const MADE = new WeakMap<LogSourceMapping, FieldMapping>();

/** The fields of a log source's mapping. */
export function mappingOf(source: LogSourceMapping): FieldMapping {
  const made = MADE.get(source) ?? makeMapping(source);
  MADE.set(source, made);
  return made;
}

function makeMapping(source: LogSourceMapping): FieldMapping {
  const known = new Map(Object.entries(source.fields).map(([name, targets]) => [name.toLowerCase(), listOf(targets)]));
  const names = (field: string) => known.has(field.toLowerCase());
  return {
    names,
    mayBePath: (field) => source.ownAttributes !== true && !names(field),
    targetsOf(field) {
      const targets = known.get(field.toLowerCase());
      if (targets !== undefined) return targets;
      if (source.ownFields && isOwnName(field)) return [{ field }];
      throw new Refused(
        'field',
        field,
        `no event of "${source.title}" has anything that the field "${field}" stands for`,
      );
    },
  };
}

/** Every field is an attribute of the events, its name behind a prefix: for tests, and for events of one's own. */
export function prefixMapping(prefix: string): FieldMapping {
  return { targetsOf: (field) => [{ field: `${prefix}${field}` }], names: () => true, mayBePath: () => false };
}

/** Names that the query language has for something else would be misunderstood. */
function isOwnName(field: string): boolean {
  return /^[\w@$./-]{1,200}$/.test(field) && knownField(field) === null && resolveField(field).kind === 'attribute';
}

function listOf(targets: FieldTargets): readonly FieldTarget[] {
  if (typeof targets === 'string') return [{ field: targets }];
  const list = 'field' in targets ? [targets] : targets;
  return list.map((target) => (typeof target === 'string' ? { field: target } : target));
}
