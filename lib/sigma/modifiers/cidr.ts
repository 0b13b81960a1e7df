import { Refused } from '../refusal';
import { hasWildcards, plainText } from '../text-pattern';
import type { ValueModifier } from './modifier';
import { notFirst, wrongValue } from './wrong-value';

export const cidr: ValueModifier = {
  name: 'cidr',
  aliases: [],
  works: 'value',
  about: 'The field is an address in the block, IPv4 or IPv6.',
  apply(test, { before }) {
    if (before.length > 0) throw notFirst('cidr');
    if (test.kind !== 'text' || hasWildcards(test.pattern)) throw wrongValue('cidr', 'a block of addresses', test);
    const network = plainText(test.pattern);
    if (!/^[\d.]{7,15}(?:\/\d{1,2})?$|^[\da-f:.]{2,45}(?:\/\d{1,3})?$/i.test(network)) {
      throw new Refused('value', network, `"${network}" is no block of addresses: 10.0.0.0/8, 2001:db8::/32`);
    }
    return [{ kind: 'network', network }];
  },
  examples: [
    { modifiers: '|cidr', value: '10.0.0.0/8', finds: ['10.1.2.3'], misses: ['11.0.0.1', '110.0.0.1', 'x', null] },
    { modifiers: '|cidr', value: '172.16.0.0/12', finds: ['172.16.0.1', '172.31.9.9'], misses: ['172.32.0.1'] },
    { modifiers: '|cidr', value: ['192.168.7.0/24', '127.0.0.1/32'], finds: ['127.0.0.1'], misses: ['127.0.0.10'] },
  ],
};
