import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { IN_A_POD } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER } from '../next-questions';

export const escapeInPod: BuiltInRule = {
  kind: 'rule',
  name: 'escape-in-pod',
  title: 'A command in a pod that leaves the container',
  about: 'The command that was run in a pod enters the namespaces or the files of its node, or speaks to the runtime.',
  level: 'high',
  confidence: 'high',
  types: ['audit'],
  techniques: ['T1611', 'T1609'],
  matrix: ['MS-TA9018', 'MS-TA9013'],
  falsePositives: 'Administrators who look at a node through a debugging pod.',
  next: [WHAT_ELSE_BY_USER, IN_THE_POD],
  q: String.raw`type:audit ${IN_A_POD} exec.command:/(\bnsenter\b|\bchroot\s+\/(host|hostfs|mnt|rootfs|node|proc\/1)|release_agent|core_pattern|(docker|containerd|crio|cri-dockerd)\.sock|\bcrictl\b|\bctr\b (-n|--namespace|-a)|\bdebugfs\b|\/proc\/1\/root|\binsmod\b|\bmodprobe\b)/`,
  by: ['user', 'namespace', 'pod'],
  hits: [
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'nsenter -t 1 -m -p bash' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'chroot /host sh' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'curl --unix-socket /var/run/docker.sock http://x/containers/json' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'chroot /srv/app ls' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'ls /mnt' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 403 },
      { 'exec.command': 'nsenter -t 1 -m sh' },
    ),
  ],
};
