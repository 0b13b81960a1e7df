import type { LogEvent } from '@/lib/events';
import type { JsonObject } from './format';
import { arrayOf, objectOf, textOf } from './json-value';
import { NameSet } from './name-set';

const RULES_MAX = 256;
const SUBJECTS_MAX = 64;
const WORDS_MAX = 64;

/**
 * What a role allows: its verbs and resources, and whether either is everything.
 * Source: https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export function readRole(bodies: readonly JsonObject[], event: LogEvent): void {
  const lists = {
    verbs: new NameSet(),
    resources: new NameSet(),
    apiGroups: new NameSet(),
    nonResourceURLs: new NameSet(),
  };
  const wildcards = new NameSet();
  for (const body of bodies) {
    for (const element of arrayOf(body.rules).slice(0, RULES_MAX)) {
      const rule = objectOf(element);
      for (const [name, list] of Object.entries(lists)) {
        for (const word of arrayOf(rule?.[name]).slice(0, WORDS_MAX)) {
          list.add(word);
          // Kept apart: what stands late in a long role may no longer fit into its list.
          if (word === '*') wildcards.add(name);
        }
      }
    }
    if (objectOf(body.aggregationRule) !== null) event.setAttribute('role.aggregated', true);
  }
  for (const [name, list] of Object.entries(lists)) event.setAttribute(`role.${name}`, list.joined());
  if (wildcards.has('verbs')) event.setAttribute('role.wildcardVerbs', true);
  if (wildcards.has('resources')) event.setAttribute('role.wildcardResources', true);
  event.setAttribute('role.wildcards', wildcards.joined());
}

/** Which role a binding gives to whom: `ClusterRole/edit`, `Group:ops`, `ServiceAccount:shop/cart`. */
export function readBinding(bodies: readonly JsonObject[], event: LogEvent): void {
  const subjects = new NameSet();
  for (const body of bodies) {
    const role = objectOf(body.roleRef);
    const name = textOf(role?.name);
    if (name !== null) event.setAttribute('binding.role', `${textOf(role?.kind) ?? 'Role'}/${name}`.slice(0, 512));
    for (const element of arrayOf(body.subjects).slice(0, SUBJECTS_MAX)) subjects.add(subjectOf(objectOf(element)));
  }
  event.setAttribute('binding.subjects', subjects.joined());
}

function subjectOf(subject: JsonObject | null): string | null {
  const name = textOf(subject?.name);
  if (name === null) return null;
  const kind = textOf(subject?.kind) ?? 'Subject';
  const namespace = textOf(subject?.namespace);
  return `${kind}:${namespace === null || kind !== 'ServiceAccount' ? name : `${namespace}/${name}`}`;
}
