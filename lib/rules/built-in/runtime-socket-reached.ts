import type { BuiltInRule } from '../built-in-rule';

export const runtimeSocketReached: BuiltInRule = {
  kind: 'rule',
  name: 'runtime-socket-reached',
  title: 'A container runtime reached over the network',
  about: 'Somebody connects to the port of Docker without TLS: whoever reaches it is root on the node.',
  level: 'high',
  confidence: 'medium',
  types: ['network'],
  techniques: ['T1610', 'T1611'],
  matrix: ['MS-TA9005'],
  falsePositives: 'Build farms.',
  next: [{ title: 'Who asks there', q: 'type:network dst_port:2375 | count by src_ip, src_pod, dst_ip' }],
  q: 'type:network dst_port:2375 -verdict:(drop* or den* or reject*)',
  by: ['src_ip', 'src_pod', 'dst_ip'],
  hits: [{ type: 'network', fields: { src_ip: '10.42.1.7', dst_ip: '10.0.0.9', dst_port: 2375 } }],
  misses: [
    { type: 'network', fields: { src_ip: '10.42.1.7', dst_ip: '10.0.0.9', dst_port: 2376 } },
    { type: 'network', fields: { src_ip: '10.42.1.7', dst_ip: '10.0.0.9', dst_port: 2375, verdict: 'dropped' } },
  ],
};
