import type { BuiltInRule } from '../built-in-rule';

const MINING = String.raw`(stratum\+(tcp|ssl|tls)|stratum[12]?\+|\b(xmrig|xmr-stak|minerd|cpuminer|ccminer|ethminer|nbminer|t-rex|lolminer|phoenixminer|kinsing|kdevtmpfsi|cgminer|bfgminer|nheqminer|xmrigdaemon)\b|--donate-level|--coin[= ]?(monero|xmr)|--algo[= ]?(rx|cn|randomx|cryptonight|kawpow|ethash)|\brandomx\b|cryptonight)`;
const FILES = String.raw`\/(xmrig|minerd|kinsing|kdevtmpfsi|cpuminer|ccminer|xmr-stak[a-z-]*)$`;

export const minerRun: BuiltInRule = {
  kind: 'rule',
  name: 'miner-run',
  title: 'A miner was run',
  about: 'The command line is that of a program that mines: its name, or the protocol of pools.',
  level: 'critical',
  confidence: 'high',
  types: ['node'],
  techniques: ['T1496.001'],
  matrix: ['MS-TA9039'],
  falsePositives: 'Nodes that mine on purpose.',
  next: [
    { title: 'All that was seen of the pod', q: 'pod:"NAME" | count by type, message' },
    { title: 'All that was run on the node', q: 'type:node node:"NAME" command:* | fields time, user, command' },
    { title: 'Whom the pod talked to', q: 'type:network src_pod:"NAME" | count by dst_ip, dst_port, host' },
  ],
  q: `type:node (command:/${MINING}/ or proc.cmdline:/${MINING}/ or rule:/(crypto|miner|mining|stratum)/ or exe:/${FILES}/ or process.binary:/${FILES}/ or proc.exepath:/${FILES}/)`,
  by: ['node', 'namespace', 'pod'],
  hits: [
    {
      type: 'node',
      fields: { pod: 'web-0' },
      attributes: { command: '/tmp/x -o stratum+tcp://pool.example:3333 -u 4A' },
    },
    { type: 'node', attributes: { 'proc.cmdline': 'xmrig --donate-level=1' } },
    { type: 'node', attributes: { rule: 'Detect crypto miners using the Stratum protocol' } },
  ],
  misses: [
    { type: 'node', attributes: { command: 'vim /home/ann/xmr-notes.txt' } },
    { type: 'node', attributes: { command: '/usr/bin/stratum-gateway --help' } },
  ],
};
