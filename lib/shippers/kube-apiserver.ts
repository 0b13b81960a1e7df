import { lines, tokenText } from './address';
import type { Shipper } from './shipper';

export const kubeApiserver: Shipper = {
  name: 'kube-apiserver',
  title: 'Kubernetes API server (audit)',
  about:
    'Sends every audit event that its policy keeps. Only for clusters whose API server you start yourself: managed ones do not let you set its flags.',
  source: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#webhook-backend',
  setups(address) {
    return [
      {
        place: '/etc/kubernetes/trackway-audit.yaml',
        syntax: 'yaml',
        text: lines(
          'apiVersion: v1',
          'kind: Config',
          'clusters:',
          '  - name: trackway',
          '    cluster:',
          `      server: ${address.origin}/api/ingest/audit`,
          address.token !== null && 'users:',
          address.token !== null && '  - name: apiserver',
          address.token !== null && '    user:',
          address.token !== null && `      token: ${tokenText(address)}`,
          'contexts:',
          '  - name: trackway',
          '    context:',
          '      cluster: trackway',
          address.token !== null && '      user: apiserver',
          'current-context: trackway',
        ),
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
