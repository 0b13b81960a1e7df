import { connect } from '../happenings';
import { everyNth } from '../scene';
import { HOUR, MINUTE } from '../week';
import { podEnd, writeOutput } from '../writers';
import type { Routine } from './routine';

const EVERY = 20 * MINUTE;

/** Prometheus asks every pod for its figures: one source, very many destinations, all day. */
export const scrapes: Routine = {
  name: 'scrapes',
  hour(scene, from) {
    const { cluster, random } = scene;
    for (let at = from, round = 0; at < from + HOUR; at += EVERY, round += 1) {
      const prometheus = cluster.pod('prometheus', at, random);
      const targets = cluster.workloads.flatMap((workload) =>
        cluster.running(workload.role, at).map((pod) => ({ pod, port: workload.port })),
      );
      targets.forEach(({ pod, port }, index) => {
        const metrics = port === 53 ? 9153 : port === 5432 ? 9187 : port === 443 ? 10_254 : port;
        if (pod !== prometheus && everyNth(scene, index + round))
          connect(scene, { at: at + index * 260_000, from: podEnd(prometheus), to: podEnd(pod), port: metrics });
      });
    }
    if (random.chance(0.2)) {
      const at = from + random.below(HOUR);
      writeOutput(
        scene,
        cluster.pod('prometheus', at, random),
        at,
        `time=${new Date(at / 1000).toISOString()} level=INFO source=compact.go:527 msg="write block" component=tsdb mint=${Math.floor(from / 1000) - 7_200_000} maxt=${Math.floor(from / 1000)} ulid=01JW${random.hex(22).toUpperCase()} duration=${random.between(180, 900)}ms`,
        'stderr',
      );
    }
  },
};
