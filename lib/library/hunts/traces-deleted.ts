import { request } from '../example-request';
import { WITH_OWN_WILL } from '../identities';
import type { ReadyHunt } from '../ready-hunt';

export const tracesDeleted: ReadyHunt = {
  name: 'traces-deleted',
  title: 'Traces and data deleted',
  hypothesis: 'Somebody removes what would tell of him, or what others need.',
  type: 'audit',
  tactics: ['Defense Evasion', 'Impact'],
  techniques: ['T1070', 'T1485', 'T1490'],
  lookFor:
    'Events deleted at all: they vanish by themselves after an hour. Many objects gone within minutes; volumes, snapshots and backups above all.',
  falsePositives: 'An environment for tests that is taken down, and jobs that clean up after themselves each night.',
  next: [
    { title: 'What the user did before', q: 'type:audit user:"NAME" | count by verb, resource, namespace, status' },
    { title: 'Whether a log stopped at that time', q: '* | timeline by type' },
  ],
  steps: [
    {
      title: 'Events deleted',
      types: ['audit'],
      q: `type:audit resource:events verb:(delete or deletecollection) ${WITH_OWN_WILL} | count by user, verb, namespace, status`,
      onSample: { lastDay: 2, quietDays: 0 },
      hits: [request({ user: 'ann', verb: 'deletecollection', resource: 'events', namespace: 'shop' })],
      misses: [
        request({
          user: 'system:serviceaccount:kube-system:namespace-controller',
          verb: 'deletecollection',
          resource: 'events',
        }),
      ],
    },
    {
      title: 'Ten or more objects deleted within ten minutes',
      types: ['audit'],
      q: `type:audit verb:(delete or deletecollection) not status>=400 -resource:(events or leases or pods or endpointslices or endpoints or replicasets or jobs) ${WITH_OWN_WILL} | timeline 10m count, distinct namespace, distinct resource by user | where count>=10`,
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [request({ user: 'ann', verb: 'delete', resource: 'persistentvolumeclaims', status: 200 })],
      misses: [
        request({ user: 'ann', verb: 'delete', resource: 'pods', status: 200 }),
        request({ user: 'ann', verb: 'delete', resource: 'secrets', status: 403 }),
      ],
    },
    {
      title: 'Backups, snapshots, volumes and namespaces deleted',
      types: ['audit'],
      q: `type:audit verb:(delete or deletecollection) not status>=400 resource:(namespaces or persistentvolumes or persistentvolumeclaims or volumesnapshots or volumesnapshotcontents or backups or schedules) ${WITH_OWN_WILL} | count by user, resource, namespace, name`,
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [request({ user: 'ann', verb: 'delete', resource: 'backups', name: 'nightly', status: 200 })],
      misses: [request({ user: 'ann', verb: 'delete', resource: 'configmaps', name: 'a', status: 200 })],
    },
  ],
};
