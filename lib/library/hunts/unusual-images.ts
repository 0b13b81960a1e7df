import type { ReadyHunt } from '../ready-hunt';

/** Systems and tools that one works with by hand; few programs are shipped as these themselves. */
const TOOLS = String.raw`(^|\/)(alpine|busybox|ubuntu|debian|fedora|centos|archlinux|kali[a-z-]*|parrot[a-z-]*|netshoot|dnsutils|toolbox|curl|wget|netcat|nmap|socat|kube-hunter|kubectl|peirates|kdigger|kubeletctl|metasploit[a-z-]*|xmrig|xmr[a-z-]*|monero[a-z-]*|[a-z-]*miner)(:|@|$)`;

export const unusualImages: ReadyHunt = {
  name: 'unusual-images',
  title: 'Images that do not belong here',
  hypothesis: 'Somebody runs an image that was not built here: a bare system to work in, a tool, a miner.',
  type: 'control-plane',
  tactics: ['Execution'],
  techniques: ['T1204.003', 'T1610', 'T1525'],
  lookFor:
    'Bare systems and tools in a namespace of applications; an image that one pod uses once; a registry that nothing else comes from.',
  falsePositives:
    'Jobs and init containers that use a bare system on purpose: they come on every day, from the same workload.',
  next: [
    { title: 'Who asked for it', q: 'type:audit images:*NAME* | count by user, verb, resource, name' },
    { title: 'What it is beside', q: 'type:control-plane image:* | rare image, namespace' },
  ],
  steps: [
    {
      title: 'Bare systems and tools that nodes pulled',
      types: ['control-plane'],
      q: `type:control-plane reason:(Pulling or Pulled) image:/${TOOLS}/ | count by image, namespace, pod`,
      needs: { fields: ['image'] },
      onSample: { lastDay: 4, quietDays: 0 },
      hits: [
        { type: 'control-plane', fields: { reason: 'Pulling', image: 'docker.io/library/alpine:3.20', pod: 'x' } },
        { type: 'control-plane', fields: { reason: 'Pulled', image: 'kalilinux/kali-rolling' } },
      ],
      misses: [
        { type: 'control-plane', fields: { reason: 'Pulling', image: 'registry.example/alpine-web:1' } },
        { type: 'control-plane', fields: { reason: 'Started', image: 'alpine' } },
      ],
    },
    {
      title: 'The same, as somebody asked for them',
      types: ['audit'],
      q: `type:audit verb:(create or update or patch) image:/${TOOLS}/ not status>=400 | count by user, namespace, resource, image`,
      needs: { bodiesOf: ['pods', 'deployments', 'daemonsets', 'statefulsets', 'jobs', 'cronjobs'] },
      onSample: { lastDay: 3, quietDays: 0 },
      hits: [{ type: 'audit', fields: { verb: 'create', resource: 'pods', image: 'busybox', status: 201 } }],
      misses: [{ type: 'audit', fields: { verb: 'create', resource: 'pods', image: 'shop/web:2', status: 201 } }],
    },
    {
      title: 'Images pulled no more than twice, the rarest first',
      types: ['control-plane'],
      q: 'type:control-plane reason:(Pulling or Pulled) image:* | count, distinct node, min time by image, namespace | where count<=2 | sort count, image',
      needs: { fields: ['image'] },
      onSample: { lastDay: 3, quietDays: 1, because: 'a new version of the mailer that was pulled twice' },
      hits: [{ type: 'control-plane', fields: { reason: 'Pulled', image: 'registry.example/tool:9' } }],
      misses: [{ type: 'control-plane', fields: { reason: 'Created' } }],
    },
  ],
};
