import { lines, tokenText } from './address';
import type { Shipper } from './shipper';

export const otelCollector: Shipper = {
  name: 'otel-collector',
  title: 'OpenTelemetry Collector',
  about:
    'Sends logs over OTLP/HTTP, as programs with an OpenTelemetry SDK do themselves. OTLP over gRPC is not taken. It tries without end, but what is refused for its token it drops.',
  source: 'https://opentelemetry.io/docs/collector/configuration/#exporters',
  setups(address) {
    return [
      {
        place: 'the collector’s configuration',
        syntax: 'yaml',
        text: lines(
          'exporters:',
          '  otlphttp/trackway:',
          `    logs_endpoint: ${address.origin}/v1/logs`,
          '    compression: gzip',
          address.token !== null && '    headers:',
          address.token !== null && `      Authorization: Bearer ${tokenText(address)}`,
          '    retry_on_failure:',
          '      max_elapsed_time: 0s',
          'service:',
          '  pipelines:',
          '    logs:',
          '      receivers: [filelog]',
          '      exporters: [otlphttp/trackway]',
        ),
      },
      {
        place: 'shell, for a program with an SDK',
        syntax: 'shell',
        text: lines(
          `export OTEL_EXPORTER_OTLP_LOGS_ENDPOINT=${address.origin}/v1/logs`,
          address.token !== null &&
            `export OTEL_EXPORTER_OTLP_LOGS_HEADERS='Authorization=Bearer%20${tokenText(address)}'`,
        ),
      },
    ];
  },
};
