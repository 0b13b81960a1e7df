import { DAY, flow, HOUR, MINUTE, question, regularTimes, unit } from './cluster.mjs';

const SWEPT_PORTS = [22, 445, 3389, 5432, 6379, 8080, 10_250];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * Attacks of each kind in a cluster's flows, from the fourth day on: what they are found by, who does it, and when. Sizes,
 * paces and lengths are drawn anew for each, from the loud to the quiet.
 * @returns {{ detector: string, source: string[], from: number, to: number, events: object[] }[]}
 */
export function attacksOf({ cluster, random, days, times }) {
  const kinds = {
    'port-scan': portScan,
    'host-sweep': hostSweep,
    beaconing,
    'outward-transfer': transfer,
    'dns-tunnel': tunnel,
  };
  const others = { 'cloud-metadata': metadata, 'new-connection': lateral };
  let number = 0;
  return Object.entries({ ...kinds, ...others }).flatMap(([detector, make]) =>
    Array.from({ length: times }, () => {
      number += 1;
      const workload = random.of(cluster.workloads.slice(4, -4));
      const start = 3 * DAY + random.below((days - 3) * DAY - 6 * HOUR);
      const { events, from, source } = make(workload, start, number);
      const at = events.map(({ time }) => time);
      return { detector, source, from: from ?? Math.min(...at), to: Math.max(...at) + 1, events };
    }),
  );

  function portScan(workload, start) {
    const target = random.of(cluster.workloads.filter((other) => other !== workload));
    const ports = 25 + random.small(900);
    const seconds = 20 + random.below(40 * MINUTE);
    const refused = 0.2 + 0.8 * unit(random);
    return bySource(workload, ports, (n) => {
      const at = start + (n * seconds) / ports;
      const verdict = random.chance(refused) ? 'dropped' : 'forwarded';
      return flow(at, cluster.end(workload, start), cluster.end(target, start), 1 + ((n * 31) % 32_000), { verdict });
    });
  }

  function hostSweep(workload, start, number) {
    const hosts = 22 + random.small(230);
    const port = random.of(SWEPT_PORTS);
    const seconds = 20 + random.below(40 * MINUTE);
    return bySource(workload, hosts, (n) => {
      const at = start + (n * seconds) / hosts;
      const verdict = random.chance(0.5) ? 'dropped' : 'forwarded';
      return flow(at, cluster.end(workload, start), { ip: `10.9.${number}.${1 + n}` }, port, { verdict });
    });
  }

  function beaconing(workload, start, number) {
    const period = random.of([10, 30, 60, 120, 300]);
    const jitter = random.of([0, 0.05, 0.1, 0.2, 0.3]);
    const length = Math.min(days * DAY - start, (3 + random.below(21)) * HOUR);
    const calls = [...regularTimes(random, period, jitter, start, start + length)].filter(() => !random.chance(0.05));
    const bytes = 300 + random.below(2000);
    return bySource(workload, calls.length, (n) =>
      flow(calls[n], cluster.end(workload, calls[n]), attacker(number), 443, { bytes: bytes + random.below(40) }),
    );
  }

  function transfer(workload, start, number) {
    const total = 60e6 * 10 ** (unit(random) * 2);
    const parts = 5 + random.below(40);
    return bySource(workload, parts, (n) =>
      flow(start + n * 40, cluster.end(workload, start), attacker(number), 443, { bytes: Math.round(total / parts) }),
    );
  }

  function tunnel(workload, start, number) {
    const names = 40 + random.small(900);
    const seconds = 5 * MINUTE + random.below(50 * MINUTE);
    const letters = random.chance(0.5) ? LETTERS : '0123456789abcdef';
    const length = 24 + random.below(36);
    const type = random.of(['A', 'TXT', 'AAAA']);
    const client = cluster.end(workload, start);
    const ask = (n) =>
      question(start + (n * seconds) / names, client, `${text(letters, length)}.t${number}.relay-${number}.net`, type);
    return { source: ['', client.ip], events: Array.from({ length: names }, (_, n) => ask(n)) };
  }

  function metadata(workload, start) {
    const credentials = { ip: '169.254.169.254' };
    return bySource(workload, 3, (n) => flow(start + n * 5, cluster.end(workload, start), credentials, 80));
  }

  function lateral(workload, start) {
    return bySource(workload, 4, (n) => flow(start + n * 50, cluster.end(workload, start), cluster.nodes[n], 22));
  }

  function bySource(workload, events, make) {
    return {
      source: [workload.namespace, workload.name],
      events: Array.from({ length: events }, (_, n) => make(n)),
    };
  }

  function text(letters, length) {
    return Array.from({ length }, () => letters[random.below(letters.length)]).join('');
  }
}

function attacker(number) {
  return { ip: `203.0.113.${1 + (number % 250)}` };
}
