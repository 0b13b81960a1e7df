import type { BuiltInRule } from '../built-in-rule';

const PLACES = String.raw`(^|\.)(onion|onion\.(to|ws|ly|pet)|torproject\.org|ngrok\.(io|app|dev|com)|ngrok-free\.(app|dev)|localtonet\.com|trycloudflare\.com|serveo\.net|pagekite\.me|localhost\.run|loca\.lt|interact\.sh|oast\.(fun|live|me|online|pro|site)|oastify\.com|burpcollaborator\.net|requestbin\.(net|com)|webhook\.site|pipedream\.net|pastebin\.com|paste\.ee|transfer\.sh|file\.io|temp\.sh|anonfiles\.com|api\.telegram\.org|dnslog\.cn|ceye\.io)\.?$`;

export const tunnelLookedUp: BuiltInRule = {
  kind: 'rule',
  name: 'tunnel-looked-up',
  title: 'A tunnel, a drop or a place for stolen data was looked up',
  about:
    'A pod asks for the name of a service through which tools get out: tunnels, call-backs of scanners, Tor, places to leave texts and files.',
  level: 'medium',
  confidence: 'medium',
  types: ['network'],
  techniques: ['T1572', 'T1048'],
  matrix: ['MS-TA9024'],
  falsePositives: 'Developers who use such services; web hooks of chat programs.',
  next: [
    { title: 'All that the address asked for', q: 'type:network src_ip:"ADDRESS" | count by host, dst_ip, dst_port' },
  ],
  q: `type:network host:/${PLACES}/`,
  by: ['src_ip', 'src_pod', 'host'],
  hits: [
    { type: 'network', fields: { protocol: 'dns', host: 'ab12.ngrok.io', src_ip: '10.42.1.7' } },
    { type: 'network', fields: { protocol: 'dns', host: 'c2.oast.live' } },
  ],
  misses: [
    { type: 'network', fields: { protocol: 'dns', host: 'ngrok.example.com' } },
    { type: 'network', fields: { protocol: 'dns', host: 'api.shop.svc.cluster.local' } },
  ],
};
