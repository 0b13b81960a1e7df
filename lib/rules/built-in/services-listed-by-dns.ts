import type { BuiltInRule } from '../built-in-rule';

export const servicesListedByDns: BuiltInRule = {
  kind: 'rule',
  name: 'services-listed-by-dns',
  title: 'All services asked for by DNS',
  about:
    'A pod asks DNS for any service of any namespace, or for the records of whole zones: tools do so to learn what there is.',
  level: 'high',
  confidence: 'high',
  types: ['network'],
  techniques: ['T1046', 'T1018'],
  matrix: ['MS-TA9031'],
  falsePositives: 'None that are known.',
  next: [
    {
      title: 'All that the address asked for',
      q: 'type:network protocol:dns src_ip:"ADDRESS" | count by host, query_type',
    },
  ],
  q: String.raw`type:network (host:/^(any\.any|\*\.\*|\*|any)\.svc\.(cluster\.local|[a-z.]+)\.?$/ or query_type:(AXFR or IXFR) or dns.qtypes:/(^|,)(AXFR|IXFR)(,|$)/)`,
  by: ['src_ip', 'src_pod'],
  hits: [
    { type: 'network', fields: { protocol: 'dns', host: 'any.any.svc.cluster.local', src_ip: '10.42.1.7' } },
    { type: 'network', fields: { protocol: 'dns', host: 'cluster.local' }, attributes: { query_type: 'AXFR' } },
  ],
  misses: [
    { type: 'network', fields: { protocol: 'dns', host: 'web.shop.svc.cluster.local' } },
    { type: 'network', fields: { protocol: 'dns', host: 'company.svc.example.com' } },
  ],
};
