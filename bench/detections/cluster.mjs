/** Seconds. */
export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 24 * HOUR;
/** A Monday. */
export const START = Date.UTC(2025, 2, 3) / 1000;

const NAMESPACES = ['shop', 'payments', 'data', 'web', 'monitoring'];
const NAMES = ['orders', 'catalog', 'session', 'mailer', 'ledger', 'indexer', 'gateway', 'stock', 'quotes', 'reports'];
const NODES = 6;
const PORTS = [8080, 8443, 5432, 6379, 9000, 3000];

/** A small cluster whose flows are made; pods of a workload have other names and addresses after each of its rollouts. */
export class TrafficCluster {
  /** @param {import('../generate/random.mjs').Random} random */
  constructor(random) {
    this.nodes = Array.from({ length: NODES }, (_, index) => ({ ip: `10.0.0.${10 + index}` }));
    this.workloads = Array.from({ length: 40 }, (_, index) => ({
      name: `${NAMES[index % NAMES.length]}-v${1 + Math.floor(index / NAMES.length)}`,
      namespace: NAMESPACES[index % NAMESPACES.length],
      port: random.of(PORTS),
      replicas: 1 + random.below(3),
      rollouts: Array.from({ length: random.below(3) }, () => random.below(6 * DAY)),
      hashes: Array.from({ length: 4 }, () => [random.suffix(9), random.suffix(5)]),
      number: index,
    }));
  }

  /** One end of a flow: a pod of a workload at a time (seconds since the start). */
  end(workload, at, replica = 0) {
    const generation = workload.rollouts.filter((rollout) => rollout <= at).length;
    const [hash, suffix] = workload.hashes[generation];
    const pod = `${workload.name}-${hash}-${suffix.slice(0, 4)}${'bcdfg'[replica]}`;
    return { namespace: workload.namespace, pod, ip: `10.8.${workload.number}.${10 + generation * 4 + replica}` };
  }
}

/** A flow as formats leave it, as detectors' examples have it; `at` in seconds since the start. */
export function flow(at, from, to, port, more = {}) {
  const source = from.pod ? { src_pod: from.pod, src_namespace: from.namespace } : {};
  const destination = to.pod ? { dst_pod: to.pod, dst_namespace: to.namespace } : {};
  return {
    type: 'network',
    time: Math.round((START + at) * 1e6),
    fields: {
      ...{ src_ip: from.ip, ...source, dst_ip: to.ip, ...destination },
      ...{ src_port: 33_000 + (Math.round(at * 7) % 27_000), dst_port: port, protocol: 'tcp', verdict: 'forwarded' },
      ...more,
    },
  };
}

/** A question to the cluster's name server, which knows its client by the address alone. */
export function question(at, from, host, type = 'A') {
  return {
    type: 'network',
    time: Math.round((START + at) * 1e6),
    fields: {
      src_ip: from.ip,
      src_port: 33_000 + (Math.round(at * 7) % 27_000),
      host,
      protocol: 'dns',
      verdict: 'noerror',
    },
    attributes: { query_type: type },
  };
}

/** Between 0 and 1. */
export function unit(random) {
  return random.bits() / 4_294_967_296;
}

/** Times of a Poisson process, fewer at night; `perHour` is the mean. */
export function* anyTimes(random, perHour, from, to) {
  for (let at = from; ; ) {
    const busy = 1 + 0.6 * Math.cos((((at / HOUR) % 24) - 14) * (Math.PI / 12));
    at += (-Math.log(1 - unit(random)) * HOUR) / (perHour * busy);
    if (at >= to) return;
    yield at;
  }
}

/** Times one period after the other, each off by up to `jitter` of it. */
export function* regularTimes(random, period, jitter, from, to) {
  for (let at = from; at < to; at += period * (1 + jitter * (2 * unit(random) - 1))) yield at;
}
