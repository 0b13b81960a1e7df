import type { Random } from '../random';

const CLUSTERS = ['harbor', 'juniper', 'meridian', 'larkspur', 'basalt', 'tamarack', 'osprey', 'cobalt'];
const COMPANIES = ['northlane', 'fernhill', 'oakmere', 'brightwater', 'stonebridge', 'whitcombe'];
const PEOPLE = [
  'ines',
  'tomasz',
  'priya',
  'jonas',
  'mei',
  'farid',
  'clara',
  'oskar',
  'noor',
  'daniel',
  'yuki',
  'petra',
];
const SHOPS = ['storefront', 'webshop', 'portal'];
const DOCUMENTS = ['invoice-render', 'label-render', 'quote-render'];
const DECOYS = ['node-cache-cleaner', 'metrics-rollup', 'image-prefetch'];
/** Documentation addresses (RFC 5737), so that nobody's real machine is accused. */
const NETWORKS = ['203.0.113', '198.51.100'] as const;

/** What is called differently in every cluster. */
export interface Names {
  readonly cluster: string;
  /** The company's domain, of the kind that is nobody's. */
  readonly domain: string;
  readonly people: readonly string[];
  readonly shop: string;
  /** The service that is broken into. */
  readonly documents: string;
  /** What the attacker leaves behind is called like something of the system. */
  readonly decoy: string;
}

export function makeNames(random: Random): Names {
  return {
    cluster: random.of(CLUSTERS),
    domain: `${random.of(COMPANIES)}.example`,
    people: random.shuffled(PEOPLE).slice(0, 6),
    shop: random.of(SHOPS),
    documents: random.of(DOCUMENTS),
    decoy: random.of(DECOYS),
  };
}

/** An address on the internet: of somebody who buys or tries doors. */
export function worldAddress(random: Random): string {
  return `${random.of(NETWORKS)}.${random.between(2, 199)}`;
}

/** Addresses on the internet that nobody else has. */
export function attackerAddresses(random: Random, count: number): readonly string[] {
  const hosts = Array.from({ length: 50 }, (_, index) => 200 + index);
  return random
    .shuffled(hosts)
    .slice(0, count)
    .map((host) => `${random.of(NETWORKS)}.${host}`);
}
