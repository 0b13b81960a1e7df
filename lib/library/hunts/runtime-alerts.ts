import type { ReadyHunt } from '../ready-hunt';

const ESCAPES =
  '(escape|release_agent|thread namespace|nsenter|privileged container|sensitive mount|mount launched|core_pattern|kernel module|debugfs|ptrace|host (pid|network) namespace)';
const PAYLOADS =
  '(shell|drop and execute|reverse|fileless|memfd|miner|stratum|spawned|remote file copy|packet socket|redirect std|contact (k8s|cloud|ec2)|service account|read sensitive|netcat|java process)';

export const runtimeAlerts: ReadyHunt = {
  name: 'runtime-alerts',
  title: 'What watches the runtime has seen',
  hypothesis: 'A container does what its image was not made for: it runs a shell, drops a program, or leaves.',
  type: 'node',
  tactics: ['Execution', 'Privilege Escalation'],
  techniques: ['T1609', 'T1611', 'T1059.004', 'T1105', 'T1620'],
  lookFor:
    'Several rules for one pod within minutes; a shell whose parent is a web server; a program that was not in the image; a change of namespaces. Compare with what the audit says of commands in that pod.',
  falsePositives:
    'Debugging by administrators (the audit has the request), agents of nodes that are privileged on purpose, package installs when a container starts.',
  next: [
    {
      title: 'All alerts of the pod, in order',
      q: 'type:node pod:"NAME" rule:* | fields time, rule, proc.cmdline, proc.pname',
    },
    { title: 'Who opened a shell by way of the API', q: 'type:audit subresource:(exec or attach) pod:"NAME"' },
    { title: 'Whom the pod talked to', q: 'type:network src_pod:"NAME" | count by dst_ip, dst_port, host' },
  ],
  steps: [
    {
      title: 'Out of the container, or near to it',
      types: ['node'],
      q: `type:node rule:/${ESCAPES}/ | count, min time by rule, node, namespace, pod, proc.cmdline`,
      onSample: { lastDay: 2, quietDays: 0 },
      hits: [
        { type: 'node', fields: { component: 'falco', pod: 'x' }, attributes: { rule: 'Change thread namespace' } },
        {
          type: 'node',
          fields: { component: 'falco' },
          attributes: { rule: 'Detect release_agent File Container Escapes' },
        },
      ],
      misses: [{ type: 'node', fields: { component: 'falco' }, attributes: { rule: 'Terminal shell in container' } }],
    },
    {
      title: 'Shells, dropped programs and calls that do not belong',
      types: ['node'],
      q: `type:node rule:/${PAYLOADS}/ | count, min time by rule, namespace, pod, proc.cmdline, proc.pname`,
      onSample: {
        lastDay: 6,
        quietDays: 20,
        because:
          'shells that administrators open, upgrades of machines that read their settings, and a controller that asks the API server',
      },
      hits: [
        {
          type: 'node',
          fields: { component: 'falco' },
          attributes: { rule: 'Drop and execute new binary in container' },
        },
        { type: 'node', fields: { component: 'falco' }, attributes: { rule: 'Contact K8S API Server From Container' } },
      ],
      misses: [{ type: 'node', fields: { component: 'falco' }, attributes: { rule: 'Clear Log Activities' } }],
    },
    {
      title: 'Pods with two different alerts or more',
      types: ['node'],
      q: 'type:node rule:* pod:* | distinct rule, count, min time, max time by namespace, pod | where distinct_rule>=2',
      onSample: { lastDay: 2, quietDays: 0 },
      hits: [{ type: 'node', fields: { pod: 'x' }, attributes: { rule: 'Terminal shell in container' } }],
      misses: [{ type: 'node', fields: {}, attributes: { rule: 'Clear Log Activities' } }],
    },
    {
      title: 'What a policy of the kernel stopped',
      types: ['node'],
      q: 'type:node decision:forbid (format:tetragon or audit.type:(AVC or SECCOMP or USER_AVC)) | count by node, namespace, pod, process.binary, comm, name',
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [
        { type: 'node', fields: { decision: 'forbid', format: 'auditd' }, attributes: { 'audit.type': 'AVC' } },
        { type: 'node', fields: { decision: 'forbid', format: 'tetragon' } },
      ],
      misses: [{ type: 'node', fields: { decision: 'forbid', format: 'sshd' } }],
    },
  ],
};
