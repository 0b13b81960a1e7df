import { addressWithToken, lines } from './address';
import type { Shipper } from './shipper';

export const falco: Shipper = {
  name: 'falco',
  title: 'Falco, Falcosidekick',
  about: 'Sends an alert as it is raised. Falco itself sends no headers, so the token stands in the address.',
  source: 'https://falco.org/docs/concepts/outputs/channels/',
  setups(address) {
    const url = addressWithToken(address, '/api/ingest/json');
    return [
      {
        place: 'falco.yaml',
        syntax: 'yaml',
        text: lines('json_output: true', 'http_output:', '  enabled: true', `  url: ${url}`),
      },
      {
        place: 'falcosidekick’s config.yaml',
        syntax: 'yaml',
        text: lines('webhook:', `  address: ${url}`),
      },
    ];
  },
};
