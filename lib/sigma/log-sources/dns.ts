import type { LogSourceMapping } from './log-source';

export const dns: LogSourceMapping = {
  name: 'dns',
  title: 'DNS',
  about: 'Questions to name servers, as CoreDNS, Hubble, Zeek and the resolvers of clouds tell them.',
  sources: [
    { category: 'dns', product: '*', service: '*' },
    { category: 'dns_query', product: 'linux' },
    { product: 'coredns' },
  ],
  types: ['network'],
  events: 'type:network and protocol:dns',
  fields: {
    query: 'host',
    QueryName: 'host',
    dns_question_name: 'host',
    record_type: ['query_type', { field: 'dns.qtypes', isList: true }, 'qtype_name'],
    answer: [
      { field: 'answers', isList: true },
      { field: 'dns.ips', isList: true },
    ],
    src_ip: 'src_ip',
    dst_ip: 'dst_ip',
    rcode: 'verdict',
  },
  ownFields: false,
  examples: [
    {
      detection: `
        selection:
          query|endswith: [.onion, .bad.example]
          record_type: TXT
        condition: selection`,
      finds: '[INFO] 10.0.0.7:40100 - 6 "TXT IN x.bad.example. udp 47 false 512" NOERROR qr,rd,ra 80 0.001s',
      misses: '[INFO] 10.0.0.7:40100 - 6 "A IN x.bad.example. udp 47 false 512" NOERROR qr,rd,ra 80 0.001s',
    },
  ],
};
