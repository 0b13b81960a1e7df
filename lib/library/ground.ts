import type { FieldName, LogType } from '@/lib/events';
import type { KeptRequests } from './kept-requests';

/** What the data has that hunts may need: whether they can be run is judged from it. */
export interface Ground {
  /** Types of which there are events. */
  readonly types: ReadonlySet<LogType>;
  /** For each type, the fields that any event of it has, of those that hunts need. */
  readonly fields: ReadonlyMap<LogType, ReadonlySet<string>>;
  /** The requests of the audit log, those alike as one: all, or the commonest of very many. */
  readonly requests: readonly KeptRequests[];
  /** Whether there are bodies among the requests that tell no level, as in GKE. */
  readonly untoldBodies: boolean;
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
