import type { ReadyHunt } from '../ready-hunt';

export const podsThatDoNotRun: ReadyHunt = {
  name: 'pods-that-do-not-run',
  title: 'Pods that do not start or do not stay up',
  hypothesis: 'Workloads fail, for a fault or because somebody exhausts what they need.',
  type: 'control-plane',
  tactics: ['Impact'],
  techniques: ['T1499'],
  lookFor:
    'Which reason came first, and for how many workloads at once: one workload is a release, one node is a machine, all of a namespace is a quota or a secret.',
  falsePositives: 'A release that is being rolled back, nodes that are drained, jobs that are meant to fail.',
  next: [
    { title: 'What the container said before it ended', q: 'type:application pod:"NAME" severity>=error' },
    {
      title: 'What was changed just before',
      q: 'type:audit -verb:(get or list or watch) namespace:"NAME" | count by user, verb, resource, name',
    },
  ],
  steps: [
    {
      title: 'Containers that are held back from starting again',
      types: ['control-plane'],
      q: 'type:control-plane reason:(BackOff or CrashLoopBackOff or ImagePullBackOff or ErrImagePull) | count, min time, max time by reason, namespace, pod',
      needs: { fields: ['reason'] },
      onSample: { lastDay: 0, quietDays: 1, because: 'orders, which lacked memory one afternoon' },
      hits: [{ type: 'control-plane', severity: 'warning', fields: { reason: 'BackOff', pod: 'web-0' } }],
      misses: [{ type: 'control-plane', fields: { reason: 'Started', pod: 'web-0' } }],
    },
    {
      title: 'Pods that find no place, volume or network',
      types: ['control-plane'],
      q: 'type:control-plane reason:(FailedScheduling or FailedMount or FailedAttachVolume or FailedCreate or FailedCreatePodSandBox or FailedBinding or NetworkNotReady or Preempted or Evicted) | count, distinct pod by reason, namespace, node',
      needs: { fields: ['reason'] },
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [{ type: 'control-plane', severity: 'warning', fields: { reason: 'FailedScheduling' } }],
      misses: [{ type: 'control-plane', fields: { reason: 'Scheduled' } }],
    },
    {
      title: 'All that Kubernetes warned of, over time',
      types: ['control-plane'],
      q: 'type:control-plane format:kubernetes-event severity>=warning | timeline by reason',
      chart: 'bars',
      onSample: { lastDay: 23, quietDays: 50, because: 'probes that are late when versions are rolled out' },
      hits: [
        { type: 'control-plane', severity: 'warning', fields: { reason: 'Unhealthy', format: 'kubernetes-event' } },
      ],
      misses: [{ type: 'control-plane', severity: 'info', fields: { reason: 'Pulled', format: 'kubernetes-event' } }],
    },
  ],
};
