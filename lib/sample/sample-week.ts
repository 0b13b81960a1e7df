import { ATTACK, makePlan } from './attack';
import { Book, type SampleFile } from './book';
import { Cluster } from './cluster';
import { Random } from './random';
import { ROUTINES } from './routine';
import type { StepTruth, Truth } from './truth';
import { DAYS, HOUR, isoTime, LAST_DAY, SECOND, WEEK_END, WEEK_START } from './week';

export interface SampleOptions {
  readonly seed: number;
  /** How much of the everyday is written: 1 is the usual week, about 280,000 events. The attack is the same in any. */
  readonly volume: number;
}

/** Times of records are a little before or after those of what they tell. */
const MARGIN = 2 * SECOND;

/**
 * Writes the week, hour by hour. Yields each file when it is finished, and null after each hour, so that whoever asks can do
 * something else meanwhile; returns what is true about it. The same options give the same bytes.
 */
export function* sampleWeek({ seed, volume }: SampleOptions): Generator<SampleFile | null, Truth> {
  const cluster = new Cluster(seed);
  const book = new Book();
  let steps: readonly StepTruth[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    for (let hour = 0; hour < 24; hour += 1) {
      const from = WEEK_START + (day * 24 + hour) * HOUR;
      for (const routine of ROUTINES) {
        routine.hour({ cluster, book, volume, random: new Random(`${seed} ${routine.name} ${day * 24 + hour}`) }, from);
      }
      if (from === LAST_DAY) steps = attack(cluster, book, seed);
      yield null;
    }
    yield* book.close(day);
  }
  yield* book.rest();
  return truthOf(seed, cluster, steps);
}

/** What is true about the week of a seed, without writing it. */
export function sampleTruth(seed: number): Truth {
  const cluster = new Cluster(seed);
  return truthOf(seed, cluster, attack(cluster, new Book(), seed));
}

function truthOf(seed: number, cluster: Cluster, steps: readonly StepTruth[]): Truth {
  return { seed, cluster: cluster.names.cluster, from: isoTime(WEEK_START, 0), to: isoTime(WEEK_END, 0), steps };
}

function attack(cluster: Cluster, book: Book, seed: number): readonly StepTruth[] {
  const random = new Random(`${seed} attack`);
  const plan = makePlan(cluster, random);
  return ATTACK.map((step) => {
    book.watch();
    const scene = { cluster, book, volume: 1, random: new Random(`${seed} attack ${step.name}`) };
    const traces = step.perform(scene, plan);
    const { from, to } = book.watched();
    const { name, title, techniques } = step;
    return { name, title, techniques, from: isoTime(from - MARGIN, 3), to: isoTime(to + MARGIN, 3), ...traces };
  });
}
