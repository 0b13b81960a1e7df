import { podsOf, queryOf, queryOfAny } from '@/lib/detections';
import type { Actor } from '@/lib/interface';

/** So many actors keep the query short enough to be read. */
const ACTORS_MAX = 20;

/** A query that shows the events of all of these actors, in all types. */
export function queryOfActors(actors: readonly Actor[]): string {
  return queryOfAny(actors.slice(0, ACTORS_MAX).flatMap(clausesOf));
}

function clausesOf({ kind, value }: Actor): string[] {
  const [first = '', second] = splitOnce(value);
  switch (kind) {
    case 'user':
      return [queryOf({ user: value })];
    case 'service-account':
      return [queryOf({ user: `system:serviceaccount:${first}:${second ?? ''}` })];
    case 'pod':
    case 'workload':
      return second === undefined
        ? [podsOf('pod', value), podsOf('src_pod', value)]
        : [
            `${queryOf({ namespace: first })} ${podsOf('pod', second)}`,
            `${queryOf({ src_namespace: first })} ${podsOf('src_pod', second)}`,
          ];
    case 'address':
      return [queryOf({ src_ip: value }), queryOf({ dst_ip: value })];
    case 'node':
      return [queryOf({ node: value })];
    case 'domain':
      return [queryOf({ host: value })];
    case 'image':
      return [queryOf({ image: value })];
  }
}

/** `shop/web` taken apart; one part where there is no slash. */
function splitOnce(value: string): readonly string[] {
  const slash = value.indexOf('/');
  return slash === -1 ? [value] : [value.slice(0, slash), value.slice(slash + 1)];
}
