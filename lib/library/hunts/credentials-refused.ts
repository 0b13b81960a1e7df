import type { ReadyHunt } from '../ready-hunt';

export const credentialsRefused: ReadyHunt = {
  name: 'credentials-refused',
  title: 'Credentials and certificates refused',
  hypothesis:
    'Somebody knocks at the API server, etcd or a kubelet with what does not fit, or a certificate is running out.',
  type: 'control-plane',
  tactics: ['Credential Access'],
  techniques: ['T1078', 'T1110', 'T1552'],
  lookFor:
    'Which part refuses and since when. One client with an old certificate fails evenly; many failures from a new address at once are somebody who tries.',
  falsePositives:
    'Certificates that ran out or are being renewed, clocks that are wrong, health checks that open a connection and say nothing.',
  next: [
    {
      title: 'Who asked at that time without a name',
      q: String.raw`type:audit user:system\:anonymous | count by src_ip, path, status`,
    },
    {
      title: 'Who reached for the ports',
      q: 'type:network dst_port:(6443 or 2379 or 2380 or 10250) | count by src_ip, src_pod, dst_port',
    },
  ],
  steps: [
    {
      title: 'The API server could not tell who asked',
      types: ['control-plane'],
      q: 'type:control-plane ("unable to authenticate the request" or "certificate has expired" or "certificate signed by unknown authority" or "invalid bearer token") | count, min time, max time by component, node',
      onSample: { lastDay: 1, quietDays: 1, because: 'a client with a certificate that ran out' },
      hits: [
        {
          type: 'control-plane',
          message: 'Unable to authenticate the request',
          text: 'E0602 03:04:05.1 1 authentication.go:73] "Unable to authenticate the request" err="[x509: certificate has expired]"',
        },
      ],
      misses: [{ type: 'control-plane', message: 'Starting to serve with certificate' }],
    },
    {
      title: 'Connections that broke at the handshake',
      types: ['control-plane', 'node'],
      q: 'type:(control-plane or node) ("TLS handshake error" or "rejected connection" or "remote error: tls: bad certificate") | count, min time, max time by component, node',
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [
        { type: 'control-plane', message: 'http: TLS handshake error from 10.0.0.9:41000: EOF' },
        { type: 'control-plane', message: 'rejected connection on client endpoint' },
      ],
      misses: [{ type: 'application', message: 'http: TLS handshake error from 10.0.0.9:41000: EOF' }],
    },
  ],
};
