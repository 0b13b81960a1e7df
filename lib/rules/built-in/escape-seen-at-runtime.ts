import type { BuiltInRule } from '../built-in-rule';

const ALERTS =
  '(container escape|escape.*container|release_agent|thread namespace|core_pattern|debugfs.*(container|device)|cgroup.*notify|mount launched in privileged|launch (privileged|sensitive mount) container.*escape|ptrace.*(attach|anti))';
const COMMANDS = String.raw`(\bnsenter\b.*(-t|--target)[= ]*1\b|release_agent|\/proc\/sys\/kernel\/core_pattern|\bdebugfs\b.*\/dev\/|\bmount\b.*\/dev\/(sd|vd|xvd|nvme|dm-)|\bchroot +\/(host|mnt|rootfs)|\/proc\/1\/root\/|\bunshare\b.*(-r|-U|--map-root))`;

export const escapeSeenAtRuntime: BuiltInRule = {
  kind: 'rule',
  name: 'escape-seen-at-runtime',
  title: 'A way out of a container, seen at runtime',
  about:
    'A program did what leads out of its container: another namespace, the agent of cgroups, the handler of core dumps, a disk of the node. By the names of rules of what watches, and by the commands themselves.',
  level: 'critical',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1611'],
  matrix: ['MS-TA9018', 'MS-TA9013'],
  falsePositives: 'Agents of nodes that are privileged on purpose; administrators on the node itself.',
  next: [
    { title: 'All that was seen of the pod', q: 'pod:"NAME" | count by type, message' },
    { title: 'All that was run on the node', q: 'type:node node:"NAME" command:* | fields time, user, command' },
  ],
  q: `type:node (rule:/${ALERTS}/ or ((command:/${COMMANDS}/ or proc.cmdline:/${COMMANDS}/) (pod:* or container:* or container.id:*)))`,
  by: ['node', 'namespace', 'pod'],
  hits: [
    { type: 'node', attributes: { rule: 'Detect release_agent File Container Escapes' } },
    { type: 'node', fields: { pod: 'x' }, attributes: { rule: 'Change thread namespace' } },
    { type: 'node', fields: { pod: 'web-0' }, attributes: { command: 'nsenter -t 1 -m -u -i -n sh' } },
    {
      type: 'node',
      fields: { pod: 'web-0' },
      attributes: { command: 'sh -c echo /x > /sys/fs/cgroup/rdma/release_agent' },
    },
  ],
  misses: [
    { type: 'node', attributes: { command: 'nsenter -t 1 -m -u -i -n sh' } },
    { type: 'node', attributes: { rule: 'Terminal shell in container' } },
    { type: 'node', fields: { pod: 'web-0' }, attributes: { command: 'cat /proc/self/cgroup' } },
  ],
};
