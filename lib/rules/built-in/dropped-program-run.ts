import type { BuiltInRule } from '../built-in-rule';

export const droppedProgramRun: BuiltInRule = {
  kind: 'rule',
  name: 'dropped-program-run',
  title: 'A program that was not in the image',
  about:
    'Something that watches the runtime saw a program run that was written after the container began: it is not of the image.',
  level: 'critical',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1105', 'T1204.003'],
  matrix: ['MS-TA9012'],
  falsePositives: 'Images that install packages or unpack themselves when they start.',
  next: [
    { title: 'All that was seen of the pod', q: 'pod:"NAME" | count by type, message' },
    { title: 'Whom the pod talked to', q: 'type:network src_pod:"NAME" | count by dst_ip, dst_port, host' },
    { title: 'Who opened it by way of the API', q: 'type:audit subresource:(exec or attach) pod:"NAME"' },
  ],
  q: 'type:node (rule:/(drop and execute|dropped executable|new binary|executable (was )?(dropped|added)|added (binary|library))/ or event_name:/^(dropped_executable|dyn_code_loading)$/ or rule:(TRC-1022 or TRC-104))',
  by: ['namespace', 'pod'],
  hits: [
    { type: 'node', fields: { pod: 'web-0' }, attributes: { rule: 'Drop and execute new binary in container' } },
    { type: 'node', attributes: { rule: 'Dropped executable detected' } },
  ],
  misses: [
    { type: 'node', attributes: { rule: 'Terminal shell in container' } },
    { type: 'node', attributes: { command: '/usr/bin/node server.js' } },
  ],
};
