import { lines, tokenText } from './address';
import type { Shipper } from './shipper';

export const vector: Shipper = {
  name: 'vector',
  title: 'Vector',
  about:
    'Sends the logs of a node with namespace, pod and container. With acknowledgements on it forgets nothing unsent.',
  source: 'https://vector.dev/docs/reference/configuration/sinks/http/',
  setups(address) {
    return [
      {
        place: 'vector.yaml',
        syntax: 'yaml',
        text: lines(
          'sources:',
          '  cluster:',
          '    type: kubernetes_logs',
          'sinks:',
          '  trackway:',
          '    type: http',
          '    inputs: [cluster]',
          `    uri: ${address.origin}/api/ingest/json`,
          '    compression: gzip',
          '    encoding:',
          '      codec: json',
          '    framing:',
          '      method: newline_delimited',
          address.token !== null && '    auth:',
          address.token !== null && '      strategy: bearer',
          address.token !== null && `      token: ${tokenText(address)}`,
          '    acknowledgements:',
          '      enabled: true',
        ),
      },
    ];
  },
};
