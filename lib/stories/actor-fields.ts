import { identityOf, isOutside, workloadOf } from '@/lib/detections';
import type { LogType } from '@/lib/events';
import type { Actor } from '@/lib/interface';

/** Values by the names of fields. */
export type Values = Readonly<Record<string, string>>;

/**
 * What may be added to the subject of a finding from its events, where all of them have the same: by type, as the same field
 * means different things. In the logs of a node `pod` is whoever watches it and `user` one of its own, so neither acts.
 */
export const SHARED_FIELDS: Readonly<Record<LogType, readonly string[]>> = {
  application: ['namespace', 'pod', 'src_ip'],
  node: ['node', 'src_ip'],
  'control-plane': ['namespace', 'name'],
  audit: ['user', 'src_ip', 'namespace', 'resource', 'name'],
  network: ['src_ip', 'src_namespace', 'src_pod', 'dst_ip'],
};

/** Types whose `user` is one of the cluster's. `root` of a node, or a customer of a shop, is somebody else on each. */
const CLUSTER_USERS: ReadonlySet<LogType> = new Set(['audit', 'control-plane']);
/** Kinds of objects whose name is that of a workload, or of a pod of one. */
const WORKLOADS: ReadonlySet<string> = new Set([
  ...['pods', 'deployments', 'daemonsets', 'statefulsets', 'replicasets', 'jobs', 'cronjobs'],
]);
const ACCOUNT = 'system:serviceaccount:';
const NODE_USER = 'system:node:';
/** Every machine and every pod has these, or asks them: loopback, link-local (the metadata of clouds), nothing at all. */
const NOBODYS = /^(?:127\.|169\.254\.|0\.|::1?$|fe80:|::ffff:127\.)/i;

/** Who and what a finding is about that others can be about too. A pod counts as its workload, as it does to detectors. */
export function actorsOf(type: LogType, values: Values): Actor[] {
  const { user, node, src_ip, dst_ip, domain, host, image } = values;
  const actors = [
    CLUSTER_USERS.has(type) && user !== undefined ? userActor(user) : null,
    workload(values.namespace ?? values.src_namespace, values.workload ?? values.pod),
    workload(values.src_namespace, values.src_pod),
    workload(values.dst_namespace, values.dst_workload ?? values.dst_pod),
    WORKLOADS.has(values.resource ?? '') ? workload(values.namespace, values.name) : null,
    named('node', node),
    address(src_ip),
    address(dst_ip),
    type === 'network' ? named('domain', (domain ?? host)?.replace(/\.$/, '').toLowerCase()) : null,
    named('image', image),
  ];
  const different = new Map<string, Actor>();
  for (const actor of actors) if (actor !== null) different.set(keyOf(actor), actor);
  return [...different.values()];
}

/** The same for the same actor. */
export function keyOf({ kind, value }: Actor): string {
  return `${kind} ${value}`;
}

/** Whether it is a place, where others are too, and not somebody who acts. */
export function isPlace({ kind, value }: Actor): boolean {
  return kind === 'node' || kind === 'image' || (kind === 'address' && !isOutside(value));
}

/** Nobody in particular is none: the control plane does what objects make it do, and anonymous is everybody. */
function userActor(user: string): Actor | null {
  switch (identityOf(user)) {
    case 'person':
      return named('user', user);
    case 'workload':
      return named('service-account', user.slice(ACCOUNT.length).replace(':', '/'));
    case 'node':
      return named('node', user.slice(NODE_USER.length));
    default:
      return null;
  }
}

function workload(namespace: string | undefined, name: string | undefined): Actor | null {
  if (name === undefined || name === '') return null;
  return named('workload', namespace === undefined ? workloadOf(name) : `${namespace}/${workloadOf(name)}`);
}

function address(value: string | undefined): Actor | null {
  return value === undefined || NOBODYS.test(value) ? null : named('address', value.toLowerCase());
}

function named(kind: Actor['kind'], value: string | undefined): Actor | null {
  return value === undefined || value === '' ? null : { kind, value };
}
