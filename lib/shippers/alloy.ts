import { lines, tokenText } from './address';
import type { Shipper } from './shipper';

export const alloy: Shipper = {
  name: 'alloy',
  title: 'Grafana Alloy, Promtail',
  about: 'Push to Loki’s address. Their labels become namespace, pod, container and node.',
  source: 'https://grafana.com/docs/alloy/latest/reference/components/loki/loki.write/',
  setups(address) {
    const url = `${address.origin}/loki/api/v1/push`;
    return [
      {
        place: 'config.alloy',
        syntax: 'other',
        text: lines(
          'loki.write "trackway" {',
          '  endpoint {',
          `    url = "${url}"`,
          address.token !== null && `    bearer_token = "${tokenText(address)}"`,
          '  }',
          '}',
        ),
      },
      {
        place: 'promtail.yaml',
        syntax: 'yaml',
        text: lines(
          'clients:',
          `  - url: ${url}`,
          address.token !== null && `    bearer_token: ${tokenText(address)}`,
          '    backoff_config:',
          '      max_retries: 0',
        ),
      },
    ];
  },
};
