import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { FROM_ADDRESS, WHAT_ELSE_BY_USER } from '../next-questions';

export const attackToolClient: BuiltInRule = {
  kind: 'rule',
  name: 'attack-tool-client',
  title: 'A tool for attacks asks the API server',
  about: 'The client calls itself by the name of a tool that looks for weaknesses of clusters or makes use of them.',
  level: 'high',
  confidence: 'high',
  types: ['audit'],
  techniques: ['T1613'],
  matrix: ['MS-TA9029'],
  falsePositives: 'Tests that were agreed on.',
  next: [WHAT_ELSE_BY_USER, FROM_ADDRESS],
  q: 'type:audit user_agent:/(kube-?hunter|peirates|kdigger|kubeletctl|kube-?recon|stratus-red-team|trufflehog|azurehound|rakkess|access_matrix|kubesploit|botb|cdk-team|deepce|micro-scanner|zgrab|masscan|nmap|nikto|sqlmap|nuclei|gobuster|kali)/',
  by: ['user', 'src_ip'],
  hits: [
    request({ user: 'ann', verb: 'list', resource: 'secrets', status: 200, user_agent: 'stratus-red-team_0b1c' }),
    request({ user: 'system:anonymous', verb: 'get', path: '/api', status: 403, user_agent: 'kube-hunter/0.6' }),
  ],
  misses: [
    request({
      user: 'ann',
      verb: 'list',
      resource: 'pods',
      status: 200,
      user_agent: 'kubectl/v1.31.0 (linux/amd64) kubernetes/abc',
    }),
    request({ user: 'ann', verb: 'list', resource: 'pods', status: 200 }),
  ],
};
