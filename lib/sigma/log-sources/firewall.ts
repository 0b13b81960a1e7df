import type { LogSourceMapping } from './log-source';

const DENIED = 'verdict:(dropped or denied or deny or drop or reject or rejected or blocked)';
const ALLOWED = 'verdict:(forwarded or allow or allowed or accept or accepted or pass)';

export const firewall: LogSourceMapping = {
  name: 'firewall',
  title: 'Firewalls',
  about: 'Flows with what the network did with them: Hubble, Calico, the flow logs of clouds, rules of a machine.',
  sources: [{ category: 'firewall', product: '*', service: '*' }, { service: 'netflow' }, { category: 'netflow' }],
  types: ['network', 'node'],
  events: 'type:(network or node) and dst_ip:*',
  fields: {
    src_ip: 'src_ip',
    src_port: 'src_port',
    dst_ip: 'dst_ip',
    dst_port: 'dst_port',
    'destination.port': 'dst_port',
    protocol: 'protocol',
    action: {
      field: 'verdict',
      values: {
        deny: DENIED,
        denied: DENIED,
        drop: DENIED,
        dropped: DENIED,
        block: DENIED,
        blocked: DENIED,
        reject: DENIED,
        allow: ALLOWED,
        allowed: ALLOWED,
        accept: ALLOWED,
        permit: ALLOWED,
        forward: ALLOWED,
      },
    },
    blocked: { field: 'verdict', values: { true: DENIED, false: ALLOWED } },
    bytes: 'bytes',
  },
  ownFields: false,
  examples: [
    {
      detection: `
        selection:
          dst_port: [21, 23]
          action: [deny, block]
        condition: selection`,
      finds:
        '{"flow":{"time":"2024-05-06T07:08:09Z","verdict":"DROPPED","IP":{"source":"10.0.1.7","destination":"10.0.2.9"},"l4":{"TCP":{"source_port":40100,"destination_port":23}}},"node_name":"n"}',
      misses:
        '{"flow":{"time":"2024-05-06T07:08:09Z","verdict":"FORWARDED","IP":{"source":"10.0.1.7","destination":"10.0.2.9"},"l4":{"TCP":{"source_port":40100,"destination_port":23}}},"node_name":"n"}',
    },
  ],
};
