/** Where clouds tell a machine who it is and give it credentials: AWS, Azure, Google, and AWS by IPv6. */
const METADATA_ADDRESSES: ReadonlySet<string> = new Set(['169.254.169.254', 'fd00:ec2::254']);

export function isMetadataAddress(address: string): boolean {
  return METADATA_ADDRESSES.has(address);
}
