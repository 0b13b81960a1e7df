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
  const routine = new Routine(cluster, random, days * DAY, noise);
  const { workloads } = cluster;
  for (const [index, workload] of workloads.entries())
    yield* routine.everyday(workload, index < noise.newcomers ? 3 * DAY + random.below(DAY) : 0);
  yield* routine.scrapes();
  yield* routine.healthChecks();
  yield* routine.backups();
  for (let index = 0; index < noise.telemetry; index += 1) yield* routine.telemetry(outside(index));
  for (let index = 0; index < noise.moving; index += 1) yield* routine.movingVendor(40 + index * 10);
  for (let index = 0; index < noise.denied; index += 1) yield* routine.misconfigured();
  for (let index = 0; index < noise.rare; index += 1) yield* routine.rarely();
  for (let index = 0; index < noise.uploads; index += 1) yield* routine.uploads(outside(120 + index));
  for (let index = 0; index < noise.pollers; index += 1) yield* routine.pollers(outside(130 + index));
  if (noise.scanner) yield* routine.ownScanner();
}

class Routine {
  constructor(cluster, random, end, noise) {
    Object.assign(this, { cluster, random, end, noise, workloads: cluster.workloads });
    this.newcomers = cluster.workloads.slice(0, noise.newcomers);
    this.content = Array.from({ length: 12 }, () => this.contentName());
  }

  *everyday(workload, from) {
    const { cluster, random, end } = this;
    for (let index = 0; index < 2 + random.below(3); index += 1) {
      const other = random.of(this.workloads);
      if (this.newcomers.includes(other) && from === 0) continue;
      for (const at of anyTimes(random, 2 + random.below(12), from, end)) {
        const source = cluster.end(workload, at, random.below(workload.replicas));
        yield flow(at, source, cluster.end(other, at, random.below(other.replicas)), other.port);
      }
    }
    const site = random.of(DOMAINS);
    const names = ['api', 'www', 'static', 'eu-central.api'].map((part) => `${part}.${site}`);
    for (const at of anyTimes(random, 2 + random.below(10), from, end)) {
      const source = cluster.end(workload, at);
      yield question(at, source, random.of(names));
      yield flow(at + 0.1, source, outside(200 + random.below(40)), 443, { bytes: this.size(4000) });
      if (!random.chance(this.noise.cdn / 60)) continue;
      yield question(at, source, random.chance(0.1) ? this.contentName() : random.of(this.content));
    }
  }

  *scrapes() {
    const { cluster, random, workloads } = this;
    const [prometheus] = workloads.slice(-1);
    for (const round of regularTimes(random, SCRAPES, 0, 20, this.end)) {
      for (const [index, workload] of workloads.entries()) {
        const at = round + index * 0.3;
        yield flow(at, cluster.end(prometheus, at), cluster.end(workload, at), workload.port);
      }
      for (const node of cluster.nodes) yield flow(round + 15, cluster.end(prometheus, round), node, 9100);
    }
  }

  *healthChecks() {
    const { cluster, random } = this;
    for (const at of regularTimes(random, SCRAPES, 0, 40, this.end)) {
      for (const [index, workload] of this.workloads.entries())
        yield flow(at + index * 0.01, random.of(cluster.nodes), cluster.end(workload, at), workload.port);
    }
  }

  *backups() {
    const { cluster, random } = this;
    const [database] = this.workloads.slice(-2);
    for (let day = 0; day * DAY < this.end; day += 1) {
      for (let part = 0; part < 20; part += 1) {
        const at = day * DAY + 2 * HOUR + part * MINUTE + unit(random) * 20;
        yield flow(at, cluster.end(database, at), outside(140 + day), 443, { bytes: 1e8 + this.size(5e7) });
      }
    }
  }

  telemetry(to) {
    const { random } = this;
    const times = regularTimes(random, random.of([30, 60, 300]), 0.03, 0, this.end);
    return this.calls(random.of(this.workloads), to, times, 900);
  }

  *movingVendor(first) {
    const { random } = this;
    const workload = random.of(this.workloads);
    const period = random.of([60, 120]);
    for (let day = 0; day * DAY < this.end; day += 1)
      yield* this.calls(
        workload,
        outside(first + day),
        regularTimes(random, period, 0.02, day * DAY, (day + 1) * DAY),
        700,
      );
  }

  *misconfigured() {
    const { cluster, random } = this;
    const [one, other] = [random.of(this.workloads), random.of(this.workloads)];
    for (const at of anyTimes(random, 6, 0, this.end))
      yield flow(at, cluster.end(one, at), cluster.end(other, at), 9443, { verdict: 'dropped' });
  }

  *rarely() {
    const { cluster, random } = this;
    const [one, other] = [random.of(this.workloads), random.of(this.workloads)];
    for (const at of anyTimes(random, 1 / 60, 0, this.end))
      yield flow(at, cluster.end(one, at), cluster.end(other, at), other.port);
  }

  uploads(to) {
    return this.calls(this.random.of(this.workloads), to, anyTimes(this.random, 0.3, 0, this.end), 4e8);
  }

  /** Somebody looks for news every few minutes, but only while a job runs. */
  *pollers(to) {
    const { random } = this;
    const workload = random.of(this.workloads);
    for (const start of anyTimes(random, 1 / 8, 0, this.end))
      yield* this.calls(workload, to, anyTimes(random, 40, start, start + HOUR), 3000);
  }

  /** The company's own scanner of ports, each night. */
  *ownScanner() {
    const { cluster } = this;
    const [scanner] = this.workloads.slice(-3);
    for (let day = 0; day * DAY < this.end; day += 1) {
      for (const [index, workload] of this.workloads.entries()) {
        for (let port = 1; port <= 40; port += 1) {
          const at = day * DAY + 3 * HOUR + index * 20 + port * 0.2;
          yield flow(at, cluster.end(scanner, at), cluster.end(workload, at), port * 25, { verdict: 'dropped' });
        }
      }
    }
  }

  *calls(workload, to, times, bytes) {
    for (const at of times) yield flow(at, this.cluster.end(workload, at), to, 443, { bytes: this.size(bytes) });
  }

  size(mean) {
    return Math.round(mean * (0.5 + unit(this.random)));
  }

  contentName() {
    return `d${this.random.hex(24)}.content-network.com`;
  }
}

/** An address on the internet, by a number below 250. */
export function outside(number) {
  return { ip: `198.51.100.${1 + number}` };
}
