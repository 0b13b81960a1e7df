import type { Pod } from '../cluster';
import type { Scene } from '../scene';
import { writeOutput } from './container-output';

export interface DnsQuery {
  readonly at: number;
  readonly client: Pod;
  /** Without the dot at its end. */
  readonly name: string;
  readonly type?: 'A' | 'AAAA' | 'TXT' | 'SRV';
  readonly code?: 'NOERROR' | 'NXDOMAIN' | 'SERVFAIL';
  readonly answerBytes?: number;
}

/** A query as CoreDNS logs it (https://coredns.io/plugins/log). */
export function writeDnsQuery(scene: Scene, query: DnsQuery): void {
  const { random, cluster } = scene;
  const server = cluster.pod('dns', query.at, random);
  const { type = 'A', code = 'NOERROR' } = query;
  const size = query.name.length + 29;
  const isOurs = query.name.endsWith('.cluster.local');
  const flags = isOurs ? 'qr,aa,rd' : 'qr,rd,ra';
  const seconds = isOurs ? random.mostlySmall(60_000, 900_000) / 1e9 : random.mostlySmall(2_000_000, 48_000_000) / 1e9;
  const answer = query.answerBytes ?? (code === 'NOERROR' ? size * 2 - 8 : size + 93);
  writeOutput(
    scene,
    server,
    query.at,
    `[INFO] ${query.client.ip}:${random.clientPort()} - ${random.below(65_536)} "${type} IN ${query.name}. udp ${size} false 512" ${code} ${flags} ${answer} ${seconds.toFixed(9)}s`,
  );
}
