import type { FieldName, LogType } from '@/lib/events';

/** What the data has that hunts may need: whether they can be run is judged from it. */
export interface Ground {
  /** Types of which there are events. */
  readonly types: ReadonlySet<LogType>;
  /** For each type, the fields that any event of it has, of those that hunts need. */
  readonly fields: ReadonlyMap<LogType, ReadonlySet<string>>;
  readonly bodies: AuditBodies;
}

/** Of which requests that change something the audit log keeps the bodies. */
export interface AuditBodies {
  /** Resources with bodies. */
  readonly kept: ReadonlySet<string>;
  /** Resources whose requests are there without bodies. */
  readonly left: ReadonlySet<string>;
  /** Whether there are bodies of resources that the log does not name by level, as in GKE. */
  readonly unnamed: boolean;
}

/** For each type, the fields that any hunt needs of it. */
export function fieldsToLookFor(
  hunts: readonly {
    readonly steps: readonly {
      readonly types: readonly LogType[];
      readonly needs?: { readonly fields?: readonly FieldName[] };
    }[];
  }[],
): ReadonlyMap<LogType, ReadonlySet<FieldName>> {
  const wanted = new Map<LogType, Set<FieldName>>();
  for (const { types, needs } of hunts.flatMap(({ steps }) => steps)) {
    for (const type of types) {
      const fields = wanted.get(type) ?? new Set();
      for (const field of needs?.fields ?? []) fields.add(field);
      wanted.set(type, fields);
    }
  }
  return wanted;
}
