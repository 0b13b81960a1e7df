import type { BuiltInRule } from '../built-in-rule';

const POOLS = String.raw`(^|\.)(minexmr\.com|nanopool\.org|supportxmr\.com|moneroocean\.stream|hashvault\.pro|2miners\.com|nicehash\.com|f2pool\.com|ethermine\.org|antpool\.com|viabtc\.com|poolin\.(com|me)|slushpool\.com|braiins\.com|unmineable\.com|herominers\.com|woolypooly\.com|monerohash\.com|xmrpool\.(eu|net)|dwarfpool\.com|crypto-pool\.(fr|info)|minergate\.com|c3pool\.(com|org)|zergpool\.com|prohashing\.com|xmr\.pt|p2pool\.io|rx\.unmineable\.com)\.?$|^(stratum|xmr|monero|rx)[0-9a-z-]*\.(pool|mine|mining|hash)[a-z0-9-]*\.`;

export const miningPoolLookedUp: BuiltInRule = {
  kind: 'rule',
  name: 'mining-pool-looked-up',
  title: 'A pool of miners was looked up',
  about: 'Somebody asked for the name of a pool where miners get their work, or connected to it.',
  level: 'high',
  confidence: 'high',
  types: ['network', 'node'],
  techniques: ['T1496.001'],
  matrix: ['MS-TA9039'],
  falsePositives: 'Lists of names that scanners and blockers look up.',
  next: [
    { title: 'All that the address reached', q: 'type:network src_ip:"ADDRESS" | count by dst_ip, dst_port, host' },
    { title: 'What runs there', q: 'type:node pod:"NAME" | count by command' },
  ],
  q: `type:(network or node) host:/${POOLS}/`,
  by: ['src_ip', 'src_pod', 'pod'],
  hits: [
    { type: 'network', fields: { protocol: 'dns', host: 'pool.supportxmr.com', src_ip: '10.42.1.7' } },
    { type: 'network', fields: { host: 'xmr-eu1.nanopool.org' } },
  ],
  misses: [
    { type: 'network', fields: { host: '0.pool.ntp.org' } },
    { type: 'network', fields: { host: 'carpool.example.com' } },
    { type: 'network', fields: { host: 'pool.example.com' } },
  ],
};
