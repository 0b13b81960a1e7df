import { lines, tokenText } from './address';
import type { Shipper } from './shipper';

export const filebeat: Shipper = {
  name: 'filebeat',
  title: 'Filebeat',
  about: 'Takes Trackway for Elasticsearch. Only its bulk interface is here, so it must not try to set up templates.',
  source: 'https://www.elastic.co/guide/en/beats/filebeat/current/elasticsearch-output.html',
  setups(address) {
    return [
      {
        place: 'filebeat.yml',
        syntax: 'yaml',
        text: lines(
          'output.elasticsearch:',
          `  hosts: ["${address.origin}"]`,
          address.token !== null && `  api_key: "trackway:${tokenText(address)}"`,
          '  allow_older_versions: true',
          '  compression_level: 1',
          'setup.ilm.enabled: false',
          'setup.template.enabled: false',
        ),
      },
    ];
  },
};
