import { lines, tokenText } from './address';
import type { Shipper } from './shipper';

export const splunk: Shipper = {
  name: 'splunk',
  title: 'Splunk forwarders, Docker',
  about: 'Whatever speaks to Splunk’s HTTP Event Collector: Docker’s log driver, for one.',
  source: 'https://docs.docker.com/engine/logging/drivers/splunk/',
  setups(address) {
    return [
      {
        place: 'shell',
        syntax: 'shell',
        text: lines(
          'docker run --log-driver=splunk \\',
          `  --log-opt splunk-url=${address.origin} \\`,
          `  --log-opt splunk-token=${tokenText(address)} \\`,
          '  --log-opt splunk-format=raw IMAGE',
        ),
      },
    ];
  },
};
