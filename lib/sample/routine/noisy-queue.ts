import { timesOf } from '../scene';
import { HOUR, hourOfDay } from '../week';
import { writePython } from '../writers';
import type { Routine } from './routine';

/** One mail that can never be delivered, and a queue that does not give up: errors in bursts, all week, of no importance. */
export const noisyQueue: Routine = {
  name: 'noisy-queue',
  hour(scene, from) {
    const { cluster, random } = scene;
    const isBurst = hourOfDay(from) % 6 === 1;
    for (let left = timesOf(scene, isBurst ? 70 : 9); left > 0; left -= 1) {
      const at = from + random.below(HOUR);
      const pod = cluster.pod('mailer', at, random);
      const error = random.of([
        '550 5.1.1 User unknown',
        '451 4.7.1 Greylisting in action, please come back later',
        'timed out',
      ]);
      writePython(
        scene,
        pod,
        at,
        'ERROR',
        'mailer.queue',
        `delivery of message ${random.hex(10)} failed: ${error}; trying again in ${random.between(60, 900)} s`,
      );
    }
  },
};
