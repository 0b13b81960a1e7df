import type { LogSourceMapping, MappingExample } from './log-source';

const LOGS: readonly { readonly service: string; readonly examples: readonly MappingExample[] }[] = [
  {
    service: 'dns',
    examples: [
      {
        detection: `
          selection:
            query|endswith: .onion
            qtype_name: A
          filter:
            id.resp_h|cidr: 10.0.0.0/8
          condition: selection and not filter`,
        finds:
          '{"_path":"dns","ts":1714979289.25,"uid":"C1","id.orig_h":"10.0.1.7","id.orig_p":40100,"id.resp_h":"192.0.2.7","id.resp_p":53,"proto":"udp","query":"x.onion","qtype_name":"A"}',
        misses:
          '{"_path":"dns","ts":1714979289.25,"uid":"C1","id.orig_h":"10.0.1.7","id.orig_p":40100,"id.resp_h":"10.0.2.7","id.resp_p":53,"proto":"udp","query":"x.onion","qtype_name":"A"}',
      },
    ],
  },
  ...['http', 'conn', 'ssl', 'ssh', 'ftp', 'smtp', 'rdp', 'kerberos', 'x509', 'notice', 'files', 'dce_rpc'].map(
    (service) => ({ service, examples: [] }),
  ),
  { service: 'smb_files', examples: [] },
  { service: 'smb_mapping', examples: [] },
];

/** The logs of Zeek, one for each of its names. What has no column is asked for under Zeek's own name. */
export const zeekLogs: readonly LogSourceMapping[] = LOGS.map(({ service, examples }) => ({
  name: `zeek-${service}`,
  title: `Zeek ${service}`,
  about: `Zeek's log ${service}.`,
  sources: [{ product: 'zeek', service, category: '*' }],
  types: ['network'],
  events: `zeek.path:${service}`,
  fields: {
    'id.orig_h': 'src_ip',
    'id.orig_p': 'src_port',
    'id.resp_h': 'dst_ip',
    'id.resp_p': 'dst_port',
    proto: 'protocol',
    query: 'host',
    host: 'host',
    server_name: 'host',
    method: 'method',
    'http.method': 'method',
    uri: 'path',
    'c-uri': 'path',
    status_code: 'status',
    user_agent: 'user_agent',
    'c-useragent': 'user_agent',
    username: 'user',
    rcode_name: 'verdict',
  },
  ownFields: true,
  examples,
}));
