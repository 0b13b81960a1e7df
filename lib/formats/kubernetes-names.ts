import type { Json, JsonObject } from './format';

/** Kinds whose resource is not made by the rules of English. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['endpoints', 'endpoints'],
  ['podmetrics', 'pods'],
  ['nodemetrics', 'nodes'],
  ['securitycontextconstraints', 'securitycontextconstraints'],
]);

/** The resource that the API serves a kind as: `Pod` is `pods`, `NetworkPolicy` is `networkpolicies` (kubectl's guess). */
export function resourceOfKind(kind: string): string {
  const name = kind.toLowerCase();
  const irregular = IRREGULAR.get(name);
  if (irregular !== undefined) return irregular;
  if (name.endsWith('y') && !/[aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

/** The group of an `apiVersion`: `apps` of `apps/v1`, nothing of `v1`. */
export function groupOfVersion(apiVersion: string | null): string | null {
  const slash = apiVersion?.indexOf('/') ?? -1;
  return apiVersion !== null && slash > 0 ? apiVersion.slice(0, slash) : null;
}

/** A property by its JSON name, or by the name of its Go field, which dumps of early versions have: `Reason` for `reason`. */
export function property(object: JsonObject | null, name: string): Json | undefined {
  if (object === null) return undefined;
  return object[name] ?? object[name.charAt(0).toUpperCase() + name.slice(1)];
}
