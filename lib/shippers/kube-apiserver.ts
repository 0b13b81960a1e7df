import { addressParts, addressWithToken, lines, tokenText } from './address';
import type { Shipper, StreamAddress } from './shipper';

const PATH = '/api/ingest/audit';

export const kubeApiserver: Shipper = {
  name: 'kube-apiserver',
  title: 'Kubernetes API server (audit)',
  about:
    'Sends every audit event that its policy keeps. Only for clusters whose API server you start yourself: managed ones do not let you set its flags. It gives up a batch that was refused for a minute and a half, so let it write --audit-log-path too.',
  source: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#webhook-backend',
  setups(address) {
    return [
      {
        place: '/etc/kubernetes/trackway-audit.yaml',
        syntax: 'yaml',
        text: kubeconfig(address),
      },
      {
        place: 'flags of kube-apiserver',
        syntax: 'shell',
        text: lines(
          '--audit-policy-file=/etc/kubernetes/audit-policy.yaml',
          '--audit-webhook-config-file=/etc/kubernetes/trackway-audit.yaml',
          '--audit-webhook-mode=batch',
        ),
      },
    ];
  },
};

/** It sends the token of a user over TLS only; over plain HTTP it leaves it out without a word. */
function kubeconfig(address: StreamAddress): string {
  const isUser = address.token !== null && addressParts(address).secure;
  return lines(
    'apiVersion: v1',
    'kind: Config',
    'clusters:',
    '  - name: trackway',
    '    cluster:',
    `      server: ${isUser ? `${address.origin}${PATH}` : addressWithToken(address, PATH)}`,
    isUser && 'users:',
    isUser && '  - name: apiserver',
    isUser && '    user:',
    isUser && `      token: ${tokenText(address)}`,
    'contexts:',
    '  - name: trackway',
    '    context:',
    '      cluster: trackway',
    isUser && '      user: apiserver',
    'current-context: trackway',
  );
}
