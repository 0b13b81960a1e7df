import { request, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WORKED } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const clientCertificateRequested: BuiltInRule = {
  kind: 'rule',
  name: 'client-certificate-requested',
  title: 'A client certificate asked for',
  about:
    'Somebody asked for a certificate with which one logs in to the API server. It cannot be revoked. Where the log keeps no bodies, every request for a certificate that no node makes is found.',
  level: 'high',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1098'],
  matrix: ['MS-TA9001'],
  falsePositives:
    'Administrators who make certificates for people, and cert-manager where it signs for clients of the API.',
  next: [
    WHAT_ELSE_BY_USER,
    {
      title: 'Whether it was approved',
      q: 'type:audit resource:certificatesigningrequests name:"NAME" | count by user, verb, subresource',
    },
  ],
  q: String.raw`type:audit resource:certificatesigningrequests verb:create -subresource:* ${WORKED} ${WITH_OWN_WILL} -user:(system\:bootstrap\:* or *bootstrap) (certificate.signerName:kubernetes.io/kube-apiserver-client or (certificate.usages:/client auth/ -certificate.signerName:kubernetes.io/kube*) or (-certificate.signerName:* -certificate.usages:*))`,
  by: ['user', 'name'],
  hits: [
    request(
      { user: 'ann', verb: 'create', resource: 'certificatesigningrequests', name: 'x', status: 201 },
      { 'certificate.signerName': 'kubernetes.io/kube-apiserver-client', 'certificate.usages': 'client auth' },
    ),
    request({
      user: 'system:serviceaccount:shop:web',
      verb: 'create',
      resource: 'certificatesigningrequests',
      name: 'x',
      status: 201,
    }),
    request(
      {
        user: 'ann',
        verb: 'create',
        resource: 'certificatesigningrequests',
        name: 'x',
        status: 201,
        decision: 'allow',
      },
      { 'certificate.signerName': 'kubernetes.io/kube-apiserver-client', 'certificate.usages': 'client auth' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'create', resource: 'certificatesigningrequests', name: 'x', status: 201 },
      { 'certificate.signerName': 'kubernetes.io/kubelet-serving', 'certificate.usages': 'server auth' },
    ),
    request(
      {
        user: 'kubelet-nodepool-bootstrap',
        verb: 'create',
        resource: 'certificatesigningrequests',
        name: 'x',
        status: 201,
      },
      { 'certificate.signerName': 'kubernetes.io/kube-apiserver-client-kubelet', 'certificate.usages': 'client auth' },
    ),
    request(
      { user: 'system:node:n1', verb: 'create', resource: 'certificatesigningrequests', name: 'x', status: 201 },
      { 'certificate.signerName': 'kubernetes.io/kube-apiserver-client', 'certificate.usages': 'client auth' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'certificatesigningrequests', name: 'x', status: 403 },
      { 'certificate.signerName': 'kubernetes.io/kube-apiserver-client', 'certificate.usages': 'client auth' },
    ),
  ],
};
