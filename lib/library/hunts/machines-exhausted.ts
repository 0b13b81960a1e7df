import type { ReadyHunt } from '../ready-hunt';

export const machinesExhausted: ReadyHunt = {
  name: 'machines-exhausted',
  title: 'Machines without memory, disk or health',
  hypothesis:
    'A machine runs out of what its pods need, or is about to break; by load, by a leak, or because somebody uses it for himself.',
  type: 'node',
  tactics: ['Impact'],
  techniques: ['T1499', 'T1496.001'],
  lookFor:
    'One machine or all of them; which program was killed, and whether it is the same each time. A miner shows as load without requests.',
  falsePositives: 'Batch jobs with a limit that is too low: killed at the same time each night.',
  next: [
    { title: 'What ran on the machine', q: 'type:application node:"NAME" | count by namespace, pod' },
    {
      title: 'What was refused for lack of room',
      q: 'type:control-plane reason:(FailedScheduling or Evicted) | count by reason, namespace',
    },
  ],
  steps: [
    {
      title: 'Killed for lack of memory',
      types: ['node', 'control-plane'],
      q: 'type:(node or control-plane) ("out of memory" or "oom-kill" or "invoked oom-killer" or OOMKilled or OOMKilling or SystemOOM) | count, min time, max time by type, node, namespace, pod',
      onSample: { lastDay: 0, quietDays: 1, because: 'orders, which lacked memory one afternoon' },
      hits: [
        { type: 'node', message: 'Memory cgroup out of memory: Killed process 4711 (java)' },
        { type: 'control-plane', message: 'System OOM encountered', text: '{"reason":"SystemOOM"}' },
      ],
      misses: [{ type: 'application', message: 'java.lang.OutOfMemoryError: out of memory' }],
    },
    {
      title: 'Disks, hardware and networks that fail',
      types: ['node'],
      q: 'type:node ("no space left on device" or "I/O error" or "EXT4-fs error" or "remounting filesystem read-only" or "hardware error" or "machine check" or "soft lockup" or "hung_task" or "blocked for more than" or "nf_conntrack: table full" or "neighbour table overflow" or "link is down" or "read-only file system") | count, min time, max time by node, component',
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [
        { type: 'node', message: 'write /var/lib/containerd: no space left on device' },
        { type: 'node', message: 'nf_conntrack: nf_conntrack: table full, dropping packet' },
      ],
      misses: [{ type: 'node', message: 'link is up' }],
    },
    {
      title: 'Nodes that the cluster takes for unwell',
      types: ['control-plane', 'node'],
      q: 'type:(control-plane or node) (reason:(NodeNotReady or NodeHasDiskPressure or NodeHasInsufficientMemory or NodeHasInsufficientPID or EvictionThresholdMet or Rebooted or FreeDiskSpaceFailed or ImageGCFailed or ContainerGCFailed) or "PLEG is not healthy" or "eviction manager: attempting to reclaim" or "Container runtime network not ready") | count, min time, max time by node, reason',
      onSample: { lastDay: 0, quietDays: 2, because: 'a node that was started anew' },
      hits: [
        { type: 'control-plane', severity: 'warning', fields: { reason: 'NodeNotReady' } },
        { type: 'node', message: 'skipping pod synchronization - [PLEG is not healthy]' },
      ],
      misses: [{ type: 'control-plane', fields: { reason: 'NodeReady' } }],
    },
  ],
};
