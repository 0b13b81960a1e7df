import type { ChartDefinition } from './chart-definition';

/** What the kernel's lines, Kubernetes' events and the kubelet's eviction manager tell of memory and disks that ran out. */
const EXHAUSTED = [
  'kernel.event:(oom-kill or oom or memory-limit or memory-error or io-error or io-timeout or filesystem-error or filesystem-read-only)',
  'reason:(OOMKilling or SystemOOM or OOMKilled or Evicted or EvictionThresholdMet or NodeHasDiskPressure or NodeHasInsufficientMemory or FreeDiskSpaceFailed or ImageGCFailed)',
  'caller:eviction_manager*',
].join(' or ');

export const exhaustion: ChartDefinition = {
  name: 'exhaustion',
  title: 'Out of memory or disk',
  question: 'Did a machine run out of memory or disk, and when?',
  type: 'node',
  kind: 'bars',
  views: [
    { title: 'By node', query: `(${EXHAUSTED}) | timeline by node` },
    { title: 'By kind', query: `(${EXHAUSTED}) | timeline by kernel.event` },
  ],
  axes: { x: 'time', y: 'events' },
  click: 'zooms to that stretch of time and the node',
  empty: 'No event here tells of memory or disk that ran out: no OOM kill, eviction, or I/O error.',
};
