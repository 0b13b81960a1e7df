import { BlockList, isIP } from 'node:net';

/** Which addresses may send. `from`: addresses and ranges (`10.1.0.0/16`, `2001:db8::/32`), checked before. */
export function syslogSenders(from: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const entry of from) {
    const [address = '', bits] = entry.split('/');
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
