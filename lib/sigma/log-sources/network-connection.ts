import type { LogSourceMapping } from './log-source';
import { PROCESS_FIELDS } from './process-fields';

export const networkConnection: LogSourceMapping = {
  name: 'network-connection',
  title: 'Connections',
  about: 'Flows of the network, and connections of processes that Falco, Tetragon or auditd saw.',
  sources: [{ category: 'network_connection', product: 'linux' }, { category: 'network_connection' }],
  types: ['network', 'node'],
  events: 'type:(network or node) and dst_ip:*',
  fields: {
    ...PROCESS_FIELDS,
    DestinationIp: 'dst_ip',
    DestinationPort: 'dst_port',
    DestinationHostname: ['host', { field: 'destination.names', isList: true }],
    SourceIp: 'src_ip',
    SourcePort: 'src_port',
    Protocol: 'protocol',
    // Who began a connection is told by its direction; where there is none, somebody here did.
    Initiated: {
      field: 'direction',
      values: { true: 'not direction:ingress', false: 'direction:ingress' },
    },
  },
  ownFields: false,
  examples: [
    {
      detection: `
        selection:
          Image|endswith: /nc
          Initiated: 'true'
          DestinationPort: 4444
        filter:
          DestinationIp|cidr: 10.0.0.0/8
        condition: selection and not filter`,
      finds:
        '{"process_connect":{"process":{"pid":7,"binary":"/bin/nc"},"source_ip":"10.0.0.7","source_port":40100,"destination_ip":"198.51.100.9","destination_port":4444,"protocol":"TCP"},"node_name":"n","time":"2024-05-06T07:08:09Z"}',
      misses:
        '{"process_connect":{"process":{"pid":7,"binary":"/bin/nc"},"source_ip":"10.0.0.7","source_port":40100,"destination_ip":"10.1.1.9","destination_port":4444,"protocol":"TCP"},"node_name":"n","time":"2024-05-06T07:08:09Z"}',
    },
  ],
};
