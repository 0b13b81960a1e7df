import type { BuiltInRule } from '../built-in-rule';

export const rawPacketsInContainer: BuiltInRule = {
  kind: 'rule',
  name: 'raw-packets-in-container',
  title: 'A container that reads raw packets',
  about:
    'Something that watches the runtime saw a socket for whole packets in a container, or a tool that forges answers: with it a pod can read and change what its neighbours send.',
  level: 'medium',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1557'],
  matrix: ['MS-TA9036'],
  falsePositives: 'Plug-ins of the network, tcpdump in the hands of administrators.',
  next: [
    { title: 'All that was seen of the pod', q: 'pod:"NAME" | count by type, message' },
    { title: 'Who opened it by way of the API', q: 'type:audit subresource:(exec or attach) pod:"NAME"' },
  ],
  q: String.raw`type:node (rule:/(packet socket|raw socket|network tool launched)/ or ((command:/\b(arpspoof|ettercap|bettercap|dsniff|responder|mitm6)\b/ or proc.cmdline:/\b(arpspoof|ettercap|bettercap|dsniff|responder|mitm6)\b/)))`,
  by: ['namespace', 'pod', 'node'],
  hits: [
    { type: 'node', fields: { pod: 'web-0' }, attributes: { rule: 'Packet socket created in container' } },
    { type: 'node', attributes: { command: 'arpspoof -i eth0 10.42.0.1' } },
  ],
  misses: [
    { type: 'node', attributes: { rule: 'Terminal shell in container' } },
    { type: 'node', attributes: { command: 'arping -c 1 10.42.0.1' } },
  ],
};
