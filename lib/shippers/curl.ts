import { addressWithToken, lines } from './address';
import type { Shipper } from './shipper';

export const curl: Shipper = {
  name: 'curl',
  title: 'curl',
  about: 'Sends a file, or whatever a command prints, line by line as it comes.',
  source: 'https://curl.se/docs/manpage.html#-T',
  setups(address) {
    return [
      {
        place: 'shell, a pod’s log as it grows',
        syntax: 'shell',
        text: lines(
          `kubectl logs -f POD --timestamps | curl -sS -T - ${addressWithToken(address, '/api/ingest/lines')}`,
        ),
      },
      {
        place: 'shell, a file',
        syntax: 'shell',
        text: lines(`curl -sS --data-binary @FILE ${addressWithToken(address, '/api/ingest/json')}`),
      },
    ];
  },
};
