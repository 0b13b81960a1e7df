import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { IN_A_POD } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER } from '../next-questions';

export const filesCopiedOutOfPod: BuiltInRule = {
  kind: 'rule',
  name: 'files-copied-out-of-pod',
  title: 'Files copied out of a pod',
  about:
    'An archive was packed in a pod and written to the terminal, which is what kubectl cp does with a file of a pod.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1609', 'T1552.001'],
  matrix: ['MS-TA9041', 'MS-TA9006'],
  falsePositives: 'Developers who fetch a dump or a report of their own program.',
  next: [WHAT_ELSE_BY_USER, IN_THE_POD],
  q: String.raw`type:audit ${IN_A_POD} exec.command:/\btar\s+(-?[a-bd-wyz]*c[a-wyz]*|--create)(\s.*)?\s(-|\/dev\/stdout)(\s|$)|\btar\s+-?[a-wyz]*c[a-wyz]*f-\s/`,
  by: ['user', 'namespace', 'pod'],
  hits: [
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'tar cf - /app/secrets/credentials.json' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'tar czf - -C / srv' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'sh -c tar -c -f - /data' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'tar --create --file - /data' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'tar xf - -C /tmp' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'tar -xmf - -C /srv' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'tar czf backup.tar.gz /app/data' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 403 },
      { 'exec.command': 'tar cf - /app' },
    ),
    request(
      {
        user: 'system:serviceaccount:kube-system:debug',
        verb: 'get',
        resource: 'pods',
        subresource: 'exec',
        namespace: 'kube-system',
        status: 101,
      },
      { 'exec.command': 'tar cf - /var/log' },
    ),
  ],
};
