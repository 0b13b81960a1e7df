import { anyTimes, DAY, flow, HOUR, MINUTE, question, regularTimes, unit } from './cluster.mjs';

const DOMAINS = [
  'payments-partner.com',
  'maps-service.net',
  'mail-relay.org',
  'updates-vendor.io',
  'login-provider.com',
];
const SCRAPES = 5 * MINUTE;

/** What there is of each thing that may look like an attack, by the level of noise. */
export const NOISE = {
  quiet: { telemetry: 2, moving: 0, cdn: 0, newcomers: 0, rare: 0, uploads: 0, scanner: false, denied: 1, pollers: 0 },
  ordinary: {
    telemetry: 8,
    moving: 2,
    cdn: 6,
    newcomers: 1,
    rare: 2,
    uploads: 1,
    scanner: false,
    denied: 4,
    pollers: 1,
  },
  noisy: {
    telemetry: 14,
    moving: 5,
    cdn: 18,
    newcomers: 3,
    rare: 6,
    uploads: 4,
    scanner: true,
    denied: 10,
    pollers: 3,
  },
};

/** The everyday flows of a cluster. Yields events in no order. */
export function* routineOf({ cluster, random, days, noise }) {
  const end = days * DAY;
  const { workloads } = cluster;
  const newcomers = workloads.slice(0, noise.newcomers);
  const born = (workload) => (newcomers.includes(workload) ? 3 * DAY + random.below(DAY) : 0);
  for (const workload of workloads) yield* everyday(workload, born(workload));
  yield* scrapes();
  yield* healthChecks();
  yield* backups();
  for (let index = 0; index < noise.telemetry; index += 1)
    yield* calls(
      random.of(workloads),
      outside(index),
      443,
      regularTimes(random, random.of([30, 60, 300]), 0.03, 0, end),
      900,
    );
  for (let index = 0; index < noise.moving; index += 1) yield* movingVendor(random.of(workloads), 40 + index * 10);
  for (let index = 0; index < noise.denied; index += 1) yield* misconfigured();
  for (let index = 0; index < noise.rare; index += 1) yield* rarely();
  for (let index = 0; index < noise.uploads; index += 1)
    yield* calls(random.of(workloads), outside(120 + index), 443, anyTimes(random, 0.3, 0, end), 4e8);
  for (let index = 0; index < noise.pollers; index += 1) yield* pollers(120 + index);
  if (noise.scanner) yield* ownScanner();

  function* everyday(workload, from) {
    for (let index = 0; index < 2 + random.below(3); index += 1) {
      const other = random.of(workloads);
      if (newcomers.includes(other) && from === 0) continue;
      for (const at of anyTimes(random, 2 + random.below(12), from, end)) {
        const replica = random.below(workload.replicas);
        yield flow(
          at,
          cluster.end(workload, at, replica),
          cluster.end(other, at, random.below(other.replicas)),
          other.port,
        );
      }
    }
    const site = random.of(DOMAINS);
    const names = ['api', 'www', 'static', 'eu-central.api'].map((part) => `${part}.${site}`);
    const content = Array.from({ length: 12 }, () => `d${random.hex(24)}.content-network.com`);
    for (const at of anyTimes(random, 2 + random.below(10), from, end)) {
      yield question(at, cluster.end(workload, at), random.of(names));
      yield flow(at + 0.1, cluster.end(workload, at), outside(200 + random.below(40)), 443, { bytes: size(4000) });
      if (noise.cdn > 0 && random.chance(noise.cdn / 60))
        yield question(
          at,
          cluster.end(workload, at),
          random.chance(0.1) ? `d${random.hex(24)}.content-network.com` : random.of(content),
        );
    }
  }

  function* scrapes() {
    const [prometheus] = workloads.slice(-1);
    for (const round of regularTimes(random, SCRAPES, 0, 20, end)) {
      for (const [index, workload] of workloads.entries()) {
        const at = round + index * 0.3;
        yield flow(at, cluster.end(prometheus, at), cluster.end(workload, at), workload.port);
      }
      for (const node of cluster.nodes) yield flow(round + 15, cluster.end(prometheus, round), node, 9100);
    }
  }

  function* healthChecks() {
    for (const at of regularTimes(random, SCRAPES, 0, 40, end)) {
      for (const [index, workload] of workloads.entries())
        yield flow(at + index * 0.01, random.of(cluster.nodes), cluster.end(workload, at), workload.port);
    }
  }

  function* backups() {
    const [database] = workloads.slice(-2);
    for (let day = 0; day < days; day += 1) {
      for (let part = 0; part < 20; part += 1) {
        const at = day * DAY + 2 * HOUR + part * MINUTE + unit(random) * 20;
        yield flow(at, cluster.end(database, at), outside(140 + day), 443, { bytes: 1e8 + size(5e7) });
      }
    }
  }

  function* movingVendor(workload, first) {
    const period = random.of([60, 120]);
    for (let day = 0; day < days; day += 1)
      yield* calls(
        workload,
        outside(first + day),
        443,
        regularTimes(random, period, 0.02, day * DAY, (day + 1) * DAY),
        700,
      );
  }

  function* misconfigured() {
    const [one, other] = [random.of(workloads), random.of(workloads)];
    for (const at of anyTimes(random, 6, 0, end))
      yield flow(at, cluster.end(one, at), cluster.end(other, at), 9443, { verdict: 'dropped' });
  }

  function* rarely() {
    const [one, other] = [random.of(workloads), random.of(workloads)];
    for (const at of anyTimes(random, 1 / 60, 0, end))
      yield flow(at, cluster.end(one, at), cluster.end(other, at), other.port);
  }

  /** Somebody looks for news every few minutes, but only while a job runs. */
  function* pollers(number) {
    const workload = random.of(workloads);
    for (const start of anyTimes(random, 1 / 8, 0, end))
      yield* calls(workload, outside(number), 443, anyTimes(random, 40, start, start + HOUR), 3000);
  }

  /** The company's own scanner of ports, each night. */
  function* ownScanner() {
    const [scanner] = workloads.slice(-3);
    for (let day = 0; day < days; day += 1) {
      for (const [index, workload] of workloads.entries()) {
        for (let port = 1; port <= 40; port += 1) {
          const at = day * DAY + 3 * HOUR + index * 20 + port * 0.2;
          yield flow(at, cluster.end(scanner, at), cluster.end(workload, at), port * 25, { verdict: 'dropped' });
        }
      }
    }
  }

  function* calls(workload, to, port, times, bytes) {
    for (const at of times) yield flow(at, cluster.end(workload, at), to, port, { bytes: size(bytes) });
  }

  function size(mean) {
    return Math.round(mean * (0.5 + unit(random)));
  }
}

/** An address on the internet, by a number below 250. */
export function outside(number) {
  return { ip: `198.51.100.${1 + number}` };
}
