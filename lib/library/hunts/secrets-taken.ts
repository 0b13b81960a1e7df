import { request } from '../example-request';
import { WITH_OWN_WILL } from '../identities';
import type { ReadyHunt } from '../ready-hunt';

const READS = `type:audit resource:secrets ${WITH_OWN_WILL} not status>=400`;

export const secretsTaken: ReadyHunt = {
  name: 'secrets-taken',
  title: 'Secrets read in bulk',
  hypothesis: 'Somebody reads secrets that are none of his business: all of the cluster, or one after another.',
  type: 'audit',
  tactics: ['Credential Access'],
  techniques: ['T1552.007', 'T1528'],
  lookFor:
    'A list without a namespace, which hands out the contents of every secret; many names read by one user from one address; a program that people use, such as kubectl or curl, with the account of a workload.',
  falsePositives:
    'GitOps and certificate controllers, which list all secrets again and again with a program of their own. Look at whether the same account came with another program or from another address.',
  next: [
    { title: 'Where else this account was used', q: 'type:audit user:"NAME" | count by src_ip, user_agent' },
    { title: 'Who else came from this address', q: 'type:audit src_ip:0.0.0.0 | count by user, user_agent' },
    { title: 'What it was refused', q: 'type:audit user:"NAME" status:403 | count by verb, resource, namespace' },
  ],
  steps: [
    {
      title: 'The secrets of all namespaces, listed',
      types: ['audit'],
      q: `${READS} verb:list -namespace:* -name:* | count by user, user_agent, src_ip`,
      onSample: { lastDay: 1, quietDays: 1, because: 'Argo CD, which lists all that it compares' },
      hits: [request({ user: 'ann', verb: 'list', resource: 'secrets', status: 200 })],
      misses: [
        request({ user: 'ann', verb: 'list', resource: 'secrets', namespace: 'shop', status: 200 }),
        request({ user: 'ann', verb: 'list', resource: 'secrets', status: 403 }),
        request({
          user: 'system:serviceaccount:kube-system:generic-garbage-collector',
          verb: 'list',
          resource: 'secrets',
        }),
      ],
    },
    {
      title: 'Ten or more different secrets read by one user with one program',
      types: ['audit'],
      q: `${READS} verb:get name:* | distinct name, count by user, src_ip, user_agent | where distinct_name>=10`,
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [request({ user: 'ann', verb: 'get', resource: 'secrets', name: 'db', status: 200 })],
      misses: [request({ user: 'system:node:n1', verb: 'get', resource: 'secrets', name: 'db', status: 200 })],
    },
    {
      title: 'Secrets read with the account of a workload and a program that people use',
      types: ['audit'],
      q: String.raw`${READS} verb:(get or list) user:system\:serviceaccount\:* user_agent:/^(kubectl|oc\/|curl|wget|python|perl|ruby|php|node|k9s|lens|helm|httpie|postman)/ | count, distinct name by user, user_agent, src_ip`,
      onSample: { lastDay: 1, quietDays: 1, because: 'the pipeline, whose Helm keeps releases in secrets' },
      hits: [
        request({
          user: 'system:serviceaccount:shop:web',
          verb: 'get',
          resource: 'secrets',
          name: 'db',
          user_agent: 'curl/8.5.0',
        }),
      ],
      misses: [
        request({
          user: 'system:serviceaccount:argocd:argocd',
          verb: 'get',
          resource: 'secrets',
          user_agent: 'argocd-application-controller/v2.14',
        }),
      ],
    },
  ],
};
