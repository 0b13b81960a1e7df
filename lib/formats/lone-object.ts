import type { JsonObject } from './format';
import { isObject, textOf } from './json-value';

/** Folders of dumps, in which a file is the state of one object; and files named for a kind, which hold all of it. */
const DUMP =
  /(?:^|\/)(?:namespaces|cluster-scoped-resources|cluster-resources|sos_commands|config)\/|(?:^|\/)[a-z-]+s\.(?:json|ya?ml)$/i;

/**
 * What an object of the API is called that is a document by itself and no part of a cluster's dump: a manifest, which says
 * what somebody wants and not what happened. Null for everything else.
 */
export function loneObject(object: JsonObject, path: string): string | null {
  const { kind, apiVersion, metadata } = object;
  if (typeof kind !== 'string' || typeof apiVersion !== 'string' || !isObject(metadata)) return null;
  if (kind === 'Event' || kind.endsWith('List') || DUMP.test(path.slice(-1024))) return null;
  return `${kind} ${textOf(metadata.name) ?? ''}`.trim();
}
