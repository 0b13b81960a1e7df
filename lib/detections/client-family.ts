/** Programs that people use by hand, and that scripts and attack tools are made with. */
const BY_HAND: ReadonlySet<string> = new Set(
  'kubectl curl wget python-requests python-urllib python python-httpx httpie go-http-client node-fetch axios okhttp java perl php libwww-perl powershell postmanruntime k9s openlens lens peirates kubeletctl kdigger kube-hunter'.split(
    ' ',
  ),
);

/** The program that a user agent names, without its version: `kubectl` of `kubectl/v1.31.0 (linux/amd64)`. */
export function clientFamily(agent: string): string {
  const end = agent.search(/[/ (]/);
  return (end < 0 ? agent : agent.slice(0, end)).toLowerCase();
}

/** What a query says of the clients of a family. */
export function clientClause(family: string): string {
  if (family === '') return '-user_agent:*';
  const escaped = family.replace(/[^\p{L}\p{N}_.-]/gu, '\\$&').replace(/^-/, '\\-');
  return `user_agent:(${escaped} or ${escaped}\\/* or ${escaped}\\ * or ${escaped}\\(*)`;
}

/** Whether a program is one that a workload does not use by itself. */
export function isByHand(family: string): boolean {
  return BY_HAND.has(family) || family.startsWith('stratus-red-team');
}
