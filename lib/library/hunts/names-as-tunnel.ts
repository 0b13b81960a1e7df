import type { ReadyHunt } from '../ready-hunt';

/** Names of the cluster and of clouds' own networks. */
const OURS = String.raw`-host:/(^|\.)(cluster\.local|svc|in-addr\.arpa|ip6\.arpa|compute\.internal|ec2\.internal|internal|local|localdomain)$/`;
const QUESTIONS = `type:network protocol:dns host:* ${OURS}`;

export const namesAsTunnel: ReadyHunt = {
  name: 'names-as-tunnel',
  title: 'Data in names that are asked for',
  hypothesis: 'Somebody carries data in DNS questions, which get out where nothing else does.',
  type: 'network',
  tactics: ['Command and Control', 'Exfiltration'],
  techniques: ['T1071.004', 'T1048.003', 'T1568.002', 'T1090'],
  lookFor:
    'Long names that are no words, hundreds of different ones below one domain; records that carry texts (TXT, NULL); names of tunnels, of Tor, of pools of miners.',
  falsePositives:
    'Content networks and checks of files against lists, which put identifiers into names; mail, which asks for TXT.',
  next: [
    {
      title: 'All names of one domain',
      q: 'type:network protocol:dns host:*.NAME | fields time, src_ip, query_type, host',
    },
    { title: 'Which pod it is', q: 'type:network src_ip:0.0.0.0 src_pod:* | count by src_namespace, src_pod' },
  ],
  steps: [
    {
      title: 'Ten different long names or more from one source',
      types: ['network'],
      q: String.raw`${QUESTIONS} host:/(^|\.)[a-z0-9_-]{28,}\./ | distinct host, count, min time, max time by src_ip, src_pod | where distinct_host>=10`,
      needs: { fields: ['host'] },
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [
        {
          type: 'network',
          fields: {
            protocol: 'dns',
            src_ip: '10.42.1.7',
            host: 'mfzwizdtmfzwizdtmfzwizdtmfzwizdtmfzwiz.a.example.com',
          },
        },
      ],
      misses: [
        { type: 'network', fields: { protocol: 'dns', src_ip: '10.42.1.7', host: 'api.example.com' } },
        {
          type: 'network',
          fields: {
            protocol: 'dns',
            src_ip: '10.42.1.7',
            host: 'a-service-with-quite-a-long-name-of-its-own.shop.svc.cluster.local',
          },
        },
      ],
    },
    {
      title: 'Records that carry texts',
      types: ['network'],
      q: `${QUESTIONS} (query_type:(TXT or NULL or TYPE10) or dns.qtypes:/(^|,)(TXT|NULL)(,|$)/) | distinct host, count, min time, max time by src_ip, src_pod`,
      needs: { fields: ['host'] },
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [
        { type: 'network', fields: { protocol: 'dns', host: 'a.example.com' }, attributes: { query_type: 'TXT' } },
      ],
      misses: [
        { type: 'network', fields: { protocol: 'dns', host: 'a.example.com' }, attributes: { query_type: 'A' } },
      ],
    },
    {
      title: 'Tunnels, Tor, pastes and pools',
      types: ['network'],
      q: String.raw`type:network host:/((^|\.)(onion|onion\.(to|ws|ly|pet)|torproject\.org|ngrok\.(io|app|dev)|ngrok-free\.(app|dev)|localtonet\.com|trycloudflare\.com|serveo\.net|pagekite\.me|interact\.sh|oast\.(fun|live|me|online|pro|site)|oastify\.com|burpcollaborator\.net|requestbin\.net|webhook\.site|pastebin\.com|transfer\.sh|api\.telegram\.org|minexmr\.com|nanopool\.org|supportxmr\.com|moneroocean\.stream|hashvault\.pro)|(^|[.-])(xmr|pool|mining|stratum)[.-].*)$/ -host:/(^|\.)ntp\.org$/ ${OURS} | count, min time, max time by src_ip, src_pod, host`,
      needs: { fields: ['host'] },
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [
        { type: 'network', fields: { host: 'xmr.pool.example' } },
        { type: 'network', fields: { host: 'ab12.ngrok.io' } },
      ],
      misses: [
        { type: 'network', fields: { host: 'carpool.example' } },
        { type: 'network', fields: { host: '2.debian.pool.ntp.org' } },
        { type: 'network', fields: { host: 'pool.ntp.cluster.local' } },
      ],
    },
    {
      title: 'Fifty names or more of one source that do not exist',
      types: ['network'],
      q: `${QUESTIONS} verdict:nxdomain | distinct host, count by src_ip, src_pod | where distinct_host>=50`,
      needs: { fields: ['host', 'verdict'] },
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [{ type: 'network', fields: { protocol: 'dns', verdict: 'nxdomain', host: 'kq3v9.example.com' } }],
      misses: [
        { type: 'network', fields: { protocol: 'dns', verdict: 'nxdomain', host: 'db.shop.svc.cluster.local' } },
      ],
    },
  ],
};
