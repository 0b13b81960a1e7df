import { addressParts, lines, tokenText } from './address';
import type { Shipper } from './shipper';

export const fluentBit: Shipper = {
  name: 'fluent-bit',
  title: 'Fluent Bit',
  about: 'Sends what its inputs read, one JSON object a line. Its kubernetes filter adds namespace, pod and container.',
  source: 'https://docs.fluentbit.io/manual/pipeline/outputs/http',
  setups(address) {
    const { secure, host, port } = addressParts(address);
    return [
      {
        place: 'fluent-bit.yaml, under pipeline',
        syntax: 'yaml',
        text: lines(
          'outputs:',
          '  - name: http',
          "    match: '*'",
          `    host: ${host}`,
          `    port: ${port}`,
          '    uri: /api/ingest/json',
          '    format: json_lines',
          '    json_date_key: time',
          '    json_date_format: iso8601',
          '    compress: gzip',
          address.token !== null && `    header: Authorization Bearer ${tokenText(address)}`,
          secure && '    tls: on',
          '    retry_limit: no_limits',
        ),
      },
    ];
  },
};
