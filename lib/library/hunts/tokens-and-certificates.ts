import { request } from '../example-request';
import { WITH_OWN_WILL } from '../identities';
import type { ReadyHunt } from '../ready-hunt';

export const tokensAndCertificates: ReadyHunt = {
  name: 'tokens-and-certificates',
  title: 'Tokens and certificates made to stay',
  hypothesis: 'Somebody makes himself credentials that outlive the hole through which he came.',
  type: 'audit',
  tactics: ['Persistence', 'Credential Access'],
  techniques: ['T1528', 'T1098', 'T1550.001', 'T1136'],
  lookFor:
    'A token asked for by a person or by another workload than its own, for an account of the system above all; a certificate request that is made and approved by the same user; a secret of the type of a token.',
  falsePositives:
    'Kubelets ask for tokens all the time and are left out; vaults, meshes and pipelines ask for those of their own. Certificate controllers approve requests of nodes that join.',
  next: [
    {
      title: 'What was done with the account',
      q: 'type:audit user:"NAME" | count by src_ip, user_agent, verb, resource',
    },
    { title: 'What else the user did', q: 'type:audit user:"NAME" | count by verb, resource, namespace, status' },
  ],
  steps: [
    {
      title: 'Tokens of service accounts asked for',
      types: ['audit'],
      q: `type:audit resource:serviceaccounts subresource:token verb:create not status>=400 ${WITH_OWN_WILL} | count by user, namespace, name, user_agent`,
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [
        request({ user: 'ann', verb: 'create', resource: 'serviceaccounts', subresource: 'token', name: 'helper' }),
      ],
      misses: [
        request({ user: 'system:node:n1', verb: 'create', resource: 'serviceaccounts', subresource: 'token' }),
        request({ user: 'ann', verb: 'create', resource: 'serviceaccounts' }),
      ],
    },
    {
      title: 'Client certificates asked for or approved',
      types: ['audit'],
      q: String.raw`type:audit resource:certificatesigningrequests verb:(create or update or patch or approve) -user:system\:bootstrap\:* ${WITH_OWN_WILL} | count by user, verb, subresource, name, status`,
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [
        request({ user: 'ann', verb: 'create', resource: 'certificatesigningrequests' }),
        request({ user: 'ann', verb: 'update', resource: 'certificatesigningrequests', subresource: 'approval' }),
      ],
      misses: [
        request({ user: 'system:node:n1', verb: 'create', resource: 'certificatesigningrequests' }),
        request({ user: 'system:bootstrap:ab12cd', verb: 'create', resource: 'certificatesigningrequests' }),
      ],
    },
    {
      title: 'Service accounts made by people and workloads',
      types: ['audit'],
      q: `type:audit resource:serviceaccounts verb:create -subresource:* not status>=400 ${WITH_OWN_WILL} | count by user, namespace, name`,
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [request({ user: 'ann', verb: 'create', resource: 'serviceaccounts', namespace: 'kube-system' })],
      misses: [
        request({
          user: 'system:serviceaccount:kube-system:service-account-controller',
          verb: 'create',
          resource: 'serviceaccounts',
        }),
      ],
    },
  ],
};
