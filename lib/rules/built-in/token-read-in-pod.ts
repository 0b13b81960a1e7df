import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { IN_A_POD } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER } from '../next-questions';

export const tokenReadInPod: BuiltInRule = {
  kind: 'rule',
  name: 'token-read-in-pod',
  title: 'A command in a pod that reads tokens or keys',
  about:
    'The command that was run in a pod names the token of its service account, of a cloud identity (EKS, AKS, GKE), or keys and password files.',
  level: 'high',
  confidence: 'high',
  types: ['audit'],
  techniques: ['T1552.001', 'T1528', 'T1609'],
  matrix: ['MS-TA9016', 'MS-TA9006'],
  falsePositives: 'Somebody who looks why a token is refused.',
  next: [
    WHAT_ELSE_BY_USER,
    IN_THE_POD,
    {
      title: 'Where the account of the pod was used',
      q: 'type:audit user:"system:serviceaccount:NAMESPACE:NAME" | count, min time by src_ip, user_agent',
    },
  ],
  q: String.raw`type:audit ${IN_A_POD} exec.command:/(\/var\/run\/secrets\/|\/run\/secrets\/(kubernetes|eks|azure|tokens)|serviceaccount\/(token|ca\.crt|namespace)|azure-identity-token|gcp-ksa|\/etc\/shadow|\.ssh\/id_|\.kube\/config|\.aws\/credentials|\.config\/gcloud|\.azure\/|\/etc\/kubernetes\/(admin|super-admin|pki)|\/var\/lib\/kubelet\/pki)/`,
  by: ['user', 'namespace', 'pod'],
  hits: [
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'cat /var/run/secrets/kubernetes.io/serviceaccount/token' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'sh -c cat /var/run/secrets/eks.amazonaws.com/serviceaccount/token' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'ls /run/secrets/tokens/gcp-ksa' },
    ),
    request(
      {
        user: 'system:serviceaccount:kube-system:controller',
        verb: 'get',
        resource: 'pods',
        subresource: 'exec',
        namespace: 'shop',
        status: 101,
      },
      { 'exec.command': 'cat /var/run/secrets/azure/tokens/azure-identity-token' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'sh' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 },
      { 'exec.command': 'cat /etc/hosts' },
    ),
    request(
      { user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 403 },
      { 'exec.command': 'cat /var/run/secrets/kubernetes.io/serviceaccount/token' },
    ),
    request(
      {
        user: 'system:serviceaccount:kube-system:kube-proxy',
        verb: 'get',
        resource: 'pods',
        subresource: 'exec',
        namespace: 'kube-system',
        status: 101,
      },
      { 'exec.command': 'cat /var/run/secrets/kubernetes.io/serviceaccount/token' },
    ),
  ],
};
