import { request } from '../example-request';
import { WITH_OWN_WILL } from '../identities';
import type { ReadyHunt } from '../ready-hunt';

const WRITES = 'verb:(create or update or patch or delete or deletecollection)';

export const clusterHooks: ReadyHunt = {
  name: 'cluster-hooks',
  title: 'Settings that change the whole cluster',
  hypothesis: 'Somebody changes where requests or names go, or who may come in, for the whole cluster at once.',
  type: 'audit',
  tactics: ['Persistence', 'Defense Evasion'],
  techniques: ['T1546', 'T1562', 'T1557', 'T1098'],
  lookFor:
    'Webhooks that see every object, or a deleted one that kept bad ones out; entries of CoreDNS that send a name elsewhere; users added to the map of a cloud.',
  falsePositives:
    'Cert-manager, meshes and policy engines renew the certificates in their webhooks: the same account, again and again. Administrators who set up a zone or add nodes.',
  next: [
    {
      title: 'Where the webhooks send what they see',
      q: 'type:audit webhook.targets:* | count by name, webhook.targets',
    },
    {
      title: 'What else the user did',
      q: 'type:audit user:"NAME" -verb:(get or list or watch) | count by verb, resource, name',
    },
  ],
  steps: [
    {
      title: 'Admission webhooks and policies',
      types: ['audit'],
      q: `type:audit resource:(mutatingwebhookconfigurations or validatingwebhookconfigurations or validatingadmissionpolicies or validatingadmissionpolicybindings or mutatingadmissionpolicies) ${WRITES} ${WITH_OWN_WILL} | count by user, verb, resource, name, status`,
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [request({ user: 'ann', verb: 'delete', resource: 'validatingwebhookconfigurations', name: 'policy' })],
      misses: [request({ user: 'ann', verb: 'list', resource: 'validatingwebhookconfigurations' })],
    },
    {
      title: 'Names, nodes and who may log in',
      types: ['audit'],
      q: `type:audit resource:configmaps namespace:kube-system name:(coredns or coredns-custom or kube-dns or node-local-dns or aws-auth or kubeadm-config or kube-proxy or extension-apiserver-authentication) ${WRITES} ${WITH_OWN_WILL} | count by user, verb, name, status`,
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [
        request({ user: 'ann', verb: 'patch', resource: 'configmaps', namespace: 'kube-system', name: 'coredns' }),
      ],
      misses: [
        request({ user: 'ann', verb: 'get', resource: 'configmaps', namespace: 'kube-system', name: 'coredns' }),
        request({ user: 'ann', verb: 'patch', resource: 'configmaps', namespace: 'shop', name: 'coredns' }),
      ],
    },
    {
      title: 'API servers beside the API server',
      types: ['audit'],
      q: `type:audit resource:(apiservices or flowschemas or prioritylevelconfigurations) -subresource:status ${WRITES} ${WITH_OWN_WILL} | count by user, verb, resource, name, status`,
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [request({ user: 'ann', verb: 'create', resource: 'apiservices', name: 'v1.example.com' })],
      misses: [
        request({
          user: 'system:serviceaccount:ops:operator',
          verb: 'update',
          resource: 'apiservices',
          subresource: 'status',
        }),
      ],
    },
  ],
};
