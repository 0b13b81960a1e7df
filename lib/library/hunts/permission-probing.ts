import { request } from '../example-request';
import { WITH_OWN_WILL, WORKLOADS } from '../identities';
import type { ReadyHunt } from '../ready-hunt';

export const permissionProbing: ReadyHunt = {
  name: 'permission-probing',
  title: 'Rights tried out',
  hypothesis: 'Somebody with stolen credentials finds out what they are good for.',
  type: 'audit',
  tactics: ['Discovery'],
  techniques: ['T1613', 'T1069', 'T1087'],
  lookFor:
    'Refusals of many kinds of objects from one user within minutes; a workload that asks what it may do; everything listed, one kind after another. What it got in the end is what to look at next.',
  falsePositives:
    'A controller without the rights that it needs is refused the same thing again and again: one kind, many times. Dashboards and k9s ask what their user may.',
  next: [
    {
      title: 'What was not refused',
      q: 'type:audit user:"NAME" status<400 | count by verb, resource, namespace, name',
    },
    { title: 'Where the user came from before', q: 'type:audit user:"NAME" | count by src_ip, user_agent' },
  ],
  steps: [
    {
      title: 'Users who were refused five or more kinds of objects',
      types: ['audit'],
      q: `type:audit status:(401 or 403) resource:* ${WITH_OWN_WILL} | distinct resource, distinct namespace, count by user, src_ip, user_agent | where distinct_resource>=5`,
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [request({ user: 'system:serviceaccount:shop:web', verb: 'list', resource: 'nodes', status: 403 })],
      misses: [request({ user: 'system:serviceaccount:shop:web', verb: 'list', resource: 'nodes', status: 200 })],
    },
    {
      title: 'Workloads that ask what they may do',
      types: ['audit'],
      q: `type:audit resource:(selfsubjectaccessreviews or selfsubjectrulesreviews) verb:create ${WORKLOADS} | count by user, resource, user_agent, src_ip`,
      onSample: { lastDay: 3, quietDays: 0 },
      hits: [request({ user: 'system:serviceaccount:shop:web', verb: 'create', resource: 'selfsubjectrulesreviews' })],
      misses: [request({ user: 'ann', verb: 'create', resource: 'selfsubjectaccessreviews' })],
    },
    {
      title: 'Ten or more kinds of objects listed within ten minutes',
      types: ['audit'],
      q: `type:audit verb:list resource:* ${WITH_OWN_WILL} | timeline 10m distinct resource, count by user, user_agent | where distinct_resource>=10`,
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [request({ user: 'ann', verb: 'list', resource: 'roles' })],
      misses: [request({ user: 'ann', verb: 'watch', resource: 'roles' })],
    },
  ],
};
