import type { BuiltInRule } from '../built-in-rule';

// Agents of networks load the modules of the distribution by name all day; a file that somebody brought has a path.
const LOADING = String.raw`(\binsmod +\S|\bmodprobe\b.*\/\S+\.ko)`;

export const kernelModuleLoaded: BuiltInRule = {
  kind: 'rule',
  name: 'kernel-module-loaded',
  title: 'A module was loaded into the kernel by hand',
  about: 'A command loads a module, or the kernel says that one came that is not signed.',
  level: 'medium',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1547.006', 'T1014'],
  matrix: [],
  falsePositives: 'Drivers of graphics cards and of storage, which their installers load.',
  next: [{ title: 'All that was run on the node', q: 'type:node node:"NAME" command:* | fields time, user, command' }],
  q: `type:node (command:/${LOADING}/ or proc.cmdline:/${LOADING}/ or rule:/(kernel module|load.*module)/ or "module verification failed" or "loading out-of-tree module taints kernel")`,
  by: ['node', 'user', 'pod'],
  hits: [
    { type: 'node', attributes: { command: 'insmod /tmp/rootkit.ko' } },
    { type: 'node', message: 'x: module verification failed: signature and/or required key missing - tainting kernel' },
  ],
  misses: [
    { type: 'node', attributes: { command: '/sbin/modprobe br_netfilter' } },
    { type: 'node', attributes: { command: 'lsmod' } },
  ],
};
