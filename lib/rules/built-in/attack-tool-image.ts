import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const attackToolImage: BuiltInRule = {
  kind: 'rule',
  name: 'attack-tool-image',
  title: 'An image made for attacks',
  about:
    'Somebody asked for, or a node pulled, an image of a tool that looks for weaknesses, breaks out of containers or mines.',
  level: 'high',
  confidence: 'high',
  types: ['audit', 'control-plane'],
  techniques: ['T1204.003', 'T1610'],
  matrix: ['MS-TA9002'],
  falsePositives: 'Tests that were agreed on; kube-bench, which checks settings, is not among them.',
  next: [WHAT_ELSE_BY_USER, { title: 'Where it ran', q: 'image:"IMAGE" | count by namespace, pod, node' }],
  q: String.raw`type:(audit or control-plane) not status>=400 -decision:forbid image:/(^|\/)(kali[a-z0-9._-]*|parrot[a-z-]*|kube-hunter|kube-recon|peirates|kdigger|kubeletctl|kubesploit|botb|deepce|metasploit[a-z-]*|masscan|nmap|xmrig[a-z0-9-]*|xmr-?stak[a-z-]*|monero[a-z0-9-]*|[a-z0-9-]*(cryptominer|coinminer|minerd)|stratus-red-team[a-z-]*)(:|@|$)|(^|\/)(kalilinux|parrotsec|bustakube|metasploitframework)\//`,
  by: ['image', 'namespace'],
  hits: [
    request({
      user: 'ann',
      verb: 'create',
      resource: 'pods',
      image: 'docker.io/bustakube/alpine-peirates',
      status: 201,
    }),
    { type: 'control-plane', fields: { reason: 'Pulling', image: 'aquasec/kube-hunter:latest' } },
    request({ user: 'ann', verb: 'create', resource: 'jobs', image: 'kalilinux/kali-rolling', status: 201 }),
  ],
  misses: [
    request({ user: 'ann', verb: 'create', resource: 'pods', image: 'shop/web:2', status: 201 }),
    request({ user: 'ann', verb: 'create', resource: 'pods', image: 'kalilinux/kali-rolling', status: 403 }),
    { type: 'control-plane', fields: { reason: 'Pulling', image: 'registry.example/miner-statistics:1' } },
  ],
};
