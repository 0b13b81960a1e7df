import type { LogEvent } from '@/lib/events';
import type { Json } from './format';
import { arrayOf, objectOf, textOf } from './json-value';
import { NameSet } from './name-set';

const OPERATIONS_MAX = 64;
/** A place in the containers of a pod, or of the template of one: the elements of a list are added one by one. */
const PLACE = /^\/spec\/(?:template\/spec\/|jobTemplate\/spec\/template\/spec\/)?(?:initC|c)ontainers\/(?:\d{1,6}|-)$/;

/**
 * The names of containers that a JSON Patch puts beside those that there are. Other kinds of patches name a container that is
 * changed and one that is new alike, and say nothing of it. Source: RFC 6902, section 4.1.
 */
export function readAddedContainers(request: Json | undefined, event: LogEvent): void {
  const names = new NameSet();
  for (const element of arrayOf(request).slice(0, OPERATIONS_MAX)) {
    const operation = objectOf(element);
    if (operation?.op !== 'add' || typeof operation.path !== 'string' || !PLACE.test(operation.path)) continue;
    const container = objectOf(operation.value);
    names.add(textOf(container?.name) ?? textOf(container?.image));
  }
  event.setAttribute('pod.addedContainers', names.joined());
}
