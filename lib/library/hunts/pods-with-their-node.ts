import { request } from '../example-request';
import { WITH_OWN_WILL } from '../identities';
import type { ReadyHunt } from '../ready-hunt';

const WORKLOADS = ['pods', 'deployments', 'daemonsets', 'statefulsets', 'replicasets', 'jobs', 'cronjobs'];
/** With one of these the node is had: Falco's and Panther's lists. */
const PATHS = String.raw`pod.hostPaths:/(^|,)\/(|etc|root|proc|sys|var|home|boot|dev|var\/run|(var\/)?run\/(docker|containerd\/containerd|crio\/crio)\.sock|var\/lib\/(kubelet|docker|containerd|etcd).*|etc\/(kubernetes|cron[^,]*|systemd|ssh).*|root\/.*)\/?(,|$)/`;
const CAPABILITIES = `pod.capabilities:/(^|,)(CAP_)?(ALL|SYS_ADMIN|SYS_PTRACE|SYS_MODULE|SYS_RAWIO|SYS_BOOT|BPF|DAC_READ_SEARCH|NET_ADMIN)(,|$)/`;
const DANGERS = `(pod.privileged:true or pod.hostPID:true or pod.hostIPC:true or ${PATHS} or ${CAPABILITIES})`;
const MADE = `verb:(create or update or patch) not status>=400 ${WITH_OWN_WILL}`;
const FIGURES =
  'count by user, namespace, resource, name, pod.privileged, pod.hostPID, pod.hostPaths, pod.capabilities';

export const podsWithTheirNode: ReadyHunt = {
  name: 'pods-with-their-node',
  title: 'Pods that have their node',
  hypothesis:
    'Somebody makes a pod that can leave its container: privileged, with the processes or the files of its node.',
  type: 'audit',
  tactics: ['Privilege Escalation', 'Execution'],
  techniques: ['T1610', 'T1611'],
  lookFor:
    'A bare pod made by a person or by an account of a workload: agents of nodes come as DaemonSets. The path / or a socket of the runtime, a command such as sleep, an image that nothing else uses, a node that is named.',
  falsePositives:
    'The installation or renewal of networks, storage, monitoring and security agents, in a namespace of theirs.',
  next: [
    { title: 'What was run in the pod', q: 'type:audit subresource:(exec or attach) pod:"NAME"' },
    { title: 'What the runtime saw', q: 'type:node pod:"NAME"' },
    { title: 'Who else uses the image', q: 'image:"NAME" | count by namespace, pod' },
  ],
  steps: [
    {
      title: 'Bare pods with what amounts to the node',
      types: ['audit'],
      q: `type:audit resource:pods ${MADE} ${DANGERS} | ${FIGURES}`,
      needs: { bodiesOf: ['pods'] },
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [
        request({ user: 'ann', verb: 'create', resource: 'pods', status: 201 }, { 'pod.privileged': true }),
        request({ user: 'ann', verb: 'create', resource: 'pods', status: 201 }, { 'pod.hostPaths': '/' }),
        request(
          { user: 'ann', verb: 'create', resource: 'pods', status: 201 },
          { 'pod.hostPaths': '/data,/var/run/docker.sock' },
        ),
        request(
          { user: 'ann', verb: 'create', resource: 'pods', status: 201 },
          { 'pod.capabilities': 'NET_RAW,SYS_ADMIN' },
        ),
      ],
      misses: [
        request({ user: 'ann', verb: 'create', resource: 'pods', status: 201 }, { 'pod.hostPaths': '/etc/localtime' }),
        request(
          { user: 'ann', verb: 'create', resource: 'pods', status: 201 },
          { 'pod.capabilities': 'NET_BIND_SERVICE' },
        ),
        request({ user: 'ann', verb: 'create', resource: 'pods', status: 403 }, { 'pod.privileged': true }),
        request(
          {
            user: 'system:serviceaccount:kube-system:daemon-set-controller',
            verb: 'create',
            resource: 'pods',
            status: 201,
          },
          { 'pod.privileged': true },
        ),
      ],
    },
    {
      title: 'Workloads whose pods are like that',
      types: ['audit'],
      q: `type:audit resource:(${WORKLOADS.slice(1).join(' or ')}) ${MADE} ${DANGERS} | ${FIGURES}`,
      needs: { bodiesOf: WORKLOADS.slice(1) },
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [request({ user: 'ann', verb: 'create', resource: 'daemonsets', status: 201 }, { 'pod.hostPID': true })],
      misses: [
        request(
          { user: 'ann', verb: 'create', resource: 'deployments', status: 201 },
          { 'pod.hostPaths': '/srv/data' },
        ),
      ],
    },
    {
      title: 'Bare pods made by people and workloads, whatever the level of the audit',
      types: ['audit'],
      q: `type:audit resource:pods verb:create -subresource:* not status>=400 ${WITH_OWN_WILL} | count by user, namespace, name, image`,
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [request({ user: 'ann', verb: 'create', resource: 'pods', status: 201 })],
      misses: [
        request({ user: 'system:serviceaccount:kube-system:replicaset-controller', verb: 'create', resource: 'pods' }),
        request({ user: 'ann', verb: 'create', resource: 'pods', subresource: 'exec' }),
      ],
    },
  ],
};
