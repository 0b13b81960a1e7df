import { TO_OUTSIDE } from '../destinations';
import { request } from '../example-request';
import { WORKLOADS } from '../identities';
import type { ReadyHunt } from '../ready-hunt';

const FROM_OUTSIDE = TO_OUTSIDE.replaceAll('dst_ip', 'src_ip');

export const tokensInOtherHands: ReadyHunt = {
  name: 'tokens-in-other-hands',
  title: 'Tokens of workloads in other hands',
  hypothesis: 'The token of a service account is used by somebody who is not its workload.',
  type: 'audit',
  tactics: ['Credential Access', 'Lateral Movement'],
  techniques: ['T1528', 'T1550.001', 'T1078'],
  lookFor:
    'An account that suddenly comes with kubectl or curl beside its own program; one that comes from the internet; one that comes from the address of a pod of another workload.',
  falsePositives:
    'Pipelines that deploy with kubectl and a token, and scripts in images. Clusters whose pods reach the API server through an address translation show its outer address.',
  next: [
    {
      title: 'All that the account asked for',
      q: 'type:audit user:"NAME" | count by verb, resource, namespace, status',
    },
    { title: 'Which pod had the address', q: 'type:network src_ip:0.0.0.0 | count by src_namespace, src_pod' },
    { title: 'Who made a token for it', q: 'type:audit resource:serviceaccounts subresource:token name:"NAME"' },
  ],
  steps: [
    {
      title: 'Programs that people use, with accounts of workloads',
      types: ['audit'],
      q: String.raw`type:audit ${WORKLOADS} user_agent:/^(kubectl|oc\/|curl|wget|python|perl|ruby|php|node|k9s|lens|helm|httpie|postman|peirates|kdigger)/ | count, distinct resource by user, user_agent, src_ip`,
      onSample: { lastDay: 2, quietDays: 1, because: 'the pipeline, which deploys with Helm' },
      hits: [
        request({ user: 'system:serviceaccount:shop:web', verb: 'list', resource: 'pods', user_agent: 'curl/8.5.0' }),
      ],
      misses: [
        request({
          user: 'system:serviceaccount:ops:operator',
          verb: 'list',
          resource: 'pods',
          user_agent: 'operator/v1',
        }),
        request({ user: 'ann', verb: 'list', resource: 'pods', user_agent: 'kubectl/v1.31.0' }),
      ],
    },
    {
      title: 'Accounts of workloads that come from the internet',
      types: ['audit'],
      q: `type:audit ${WORKLOADS} ${FROM_OUTSIDE} | count by user, src_ip, user_agent`,
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [
        request({ user: 'system:serviceaccount:shop:web', verb: 'list', resource: 'pods', src_ip: '203.0.113.9' }),
      ],
      misses: [
        request({ user: 'system:serviceaccount:shop:web', verb: 'list', resource: 'pods', src_ip: '10.42.1.7' }),
        request({ user: 'ann', verb: 'list', resource: 'pods', src_ip: '203.0.113.9' }),
      ],
    },
    {
      title: 'Addresses from which three or more accounts of workloads came',
      types: ['audit'],
      q: `type:audit ${WORKLOADS} src_ip:* | distinct user, distinct user_agent, count by src_ip | where distinct_user>=3`,
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [request({ user: 'system:serviceaccount:shop:web', verb: 'list', resource: 'pods', src_ip: '10.42.1.7' })],
      misses: [request({ user: 'system:serviceaccount:shop:web', verb: 'list', resource: 'pods' })],
    },
  ],
};
