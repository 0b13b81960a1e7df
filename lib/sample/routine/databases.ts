import { timesOf } from '../scene';
import { HOUR, isoTime, SECOND } from '../week';
import { writeOutput, writePostgres } from '../writers';
import type { Routine } from './routine';

/** PostgreSQL and Redis about themselves. */
export const databases: Routine = {
  name: 'databases',
  hour(scene, from) {
    const { cluster, random } = scene;
    for (let at = from + 5 * SECOND; at < from + HOUR; at += HOUR / 6) {
      const pod = cluster.pod('database', at, random);
      writePostgres(scene, pod, at, 27, 'LOG:  checkpoint starting: time');
      const wrote = random.mostlySmall(20, 900);
      writePostgres(
        scene,
        pod,
        at + wrote * 100_000,
        27,
        `LOG:  checkpoint complete: wrote ${wrote} buffers (${(wrote / 164).toFixed(1)}%); 0 WAL file(s) added, 0 removed, ${random.below(3)} recycled; write=${(wrote / 10).toFixed(3)} s, sync=0.0${random.between(10, 90)} s, total=${(wrote / 10 + 0.1).toFixed(3)} s`,
      );
    }
    for (let left = timesOf(scene, 8); left > 0; left -= 1) {
      const at = from + random.below(HOUR);
      const pod = cluster.pod('database', at, random);
      if (random.chance(0.06))
        writePostgres(scene, pod, at, random.between(90, 900), 'ERROR:  canceling statement due to user request');
      else
        writePostgres(
          scene,
          pod,
          at,
          random.between(90, 900),
          `LOG:  duration: ${random.between(510, 2900)}.${random.between(100, 999)} ms  statement: SELECT o.id, o.total FROM orders o JOIN items i ON i.order_id = o.id WHERE o.placed_at > now() - interval '1 day'`,
        );
    }
    for (let left = timesOf(scene, 4); left > 0; left -= 1) {
      const at = from + random.below(HOUR);
      const time = `${isoTime(at, 0).slice(8, 10)} Jun 2025 ${isoTime(at, 3).slice(11, 23)}`;
      const pod = cluster.pod('cache', at, random);
      writeOutput(
        scene,
        pod,
        at,
        `1:M ${time} * ${random.between(100, 9999)} changes in 300 seconds. Saving...\n1:M ${time} * Background saving started by pid ${random.between(20, 900)}`,
      );
    }
  },
};
