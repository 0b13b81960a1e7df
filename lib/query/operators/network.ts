import { IPV4_SOURCE, IPV6_SOURCE, networkContains, parseAddress, parseNetwork } from '../address';
import { literalText } from '../pattern';
import { QueryError } from '../query-error';
import { sql } from '../sql';
import type { Operator } from './operator';

/** `field:10.0.0.0/8`: the address is in the block. An IPv6 address is a block of one, as it has many spellings. */
export interface InNetwork {
  readonly kind: 'network';
  readonly network: string;
}

export const network: Operator<InNetwork> = {
  kind: 'network',
  title: 'In a network',
  about: 'An address is in a block of addresses, IPv4 or IPv6, written as CIDR.',
  accept(operand, field) {
    if (field.kind !== 'address' || operand.kind !== 'word') return null;
    const text = literalText(operand.pattern);
    if (text === null || !/[/:]/.test(text)) return null;
    if (parseNetwork(text) !== null) return { kind: 'network', network: text };
    if (!text.includes('/')) return null;
    throw new QueryError('a block of addresses is written 10.0.0.0/8 or 2001:db8::/32', operand.at);
  },
  toSql(matcher, target) {
    // The cast fails on anything that is not an address, so only what surely is one reaches it.
    const spelling = parseNetwork(matcher.network)?.bits === 32 ? IPV4_SOURCE : IPV6_SOURCE;
    return sql`case when ${target.text} collate "C" ~ ${spelling} then ${target.text}::inet <<= ${matcher.network}::inet end`;
  },
  test(matcher) {
    const block = parseNetwork(matcher.network);
    return ({ text }) => {
      const address = text === null ? null : parseAddress(text);
      return block !== null && address !== null && networkContains(block, address);
    };
  },
  words: (matcher, _field, negated) => `${negated ? 'is not' : 'is'} in ${matcher.network}`,
  print: (matcher) => `:${matcher.network}`,
  examples: [
    {
      query: 'src_ip:10.0.0.0/8',
      words: 'Events where source address is in 10.0.0.0/8.',
      finds: ['10.0.0.1', '10.255.255.255'],
      misses: ['11.0.0.1', '::a00:1', 'localhost', '10.1', '10.0.0.256', null],
    },
    {
      query: 'dst_ip:172.16.5.9/12',
      words: 'Events where destination address is in 172.16.5.9/12.',
      finds: ['172.16.0.1', '172.31.255.1'],
      misses: ['172.32.0.1', '172.15.0.1'],
    },
    {
      query: 'src_ip:2001:db8::/32',
      words: 'Events where source address is in 2001:db8::/32.',
      finds: ['2001:db8::1', '2001:DB8:0:0:0:0:0:1', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2:3:4:5::'],
      misses: ['2001:db9::1', '10.0.0.1', '2001:db8:::1', '2001:db8::g'],
    },
    {
      query: 'src_ip:fe80::1',
      words: 'Events where source address is in fe80::1.',
      finds: ['fe80::1', 'FE80:0:0::1'],
      misses: ['fe80::2'],
    },
  ],
};
