import { Random } from '../generate/random.mjs';
import { unit } from './cluster.mjs';

const PER_DAY = 288;
const DAYS = 14;
const SERIES = 60;
const EPISODES = 2;
const LEAST = 20;
/** How much a series scatters beside what chance does, and how often it bursts by itself. */
const SCATTER = {
  quiet: { wander: 0, bursts: 0 },
  ordinary: { wander: 0.25, bursts: 4 },
  noisy: { wander: 0.5, bursts: 12 },
};

/**
 * Episodes found among seasonal counts of five minutes, after the example of the Numenta Anomaly Benchmark: an episode counts
 * once, however many of its places were raised, and so does what is raised beside one.
 * @param {Awaited<ReturnType<typeof import('./detection-code.mjs').loadDetectionCode>>} code
 * @param {{ seed: string }} options
 */
export function evaluateSpikes({ spikesOf }, { seed }) {
  return Object.entries(SCATTER).map(([noise, scatter]) => {
    const sum = { planted: 0, hit: 0, findings: 0, wrong: 0 };
    for (let number = 0; number < SERIES; number += 1) {
      const { values, episodes } = makeSeries(new Random(`spikes ${seed} ${noise} ${number}`), scatter);
      const spikes = spikesOf(values, { perDay: PER_DAY, least: LEAST });
      const overlaps = (spike, episode) => spike.from < episode.to && spike.to > episode.from;
      sum.planted += episodes.length;
      sum.hit += episodes.filter((episode) => spikes.some((spike) => overlaps(spike, episode))).length;
      sum.findings += spikes.length;
      sum.wrong += spikes.filter((spike) => !episodes.some((episode) => overlaps(spike, episode))).length;
    }
    return { noise, detector: 'spikes of a series', ...sum };
  });
}

function makeSeries(random, { wander, bursts }) {
  const base = 10 ** (unit(random) * 2.3);
  const swing = 0.2 + 0.7 * unit(random);
  const phase = unit(random) * 2 * Math.PI;
  const weekend = 0.4 + 0.6 * unit(random);
  let drift = 0;
  const levels = Array.from({ length: DAYS * PER_DAY }, (_, place) => {
    drift = 0.97 * drift + 0.1 * wander * (2 * unit(random) - 1);
    const daily = 1 + swing * Math.sin((place / PER_DAY) * 2 * Math.PI + phase);
    return base * daily * (Math.floor(place / PER_DAY) % 7 > 4 ? weekend : 1) * Math.exp(drift);
  });
  const values = levels.map((level) => poisson(random, level));
  // What comes now and then, a place or two long, is not what is sought.
  for (let burst = 0; burst < bursts; burst += 1)
    values[random.below(values.length)] += Math.round(base * (1 + unit(random)));
  const episodes = Array.from({ length: EPISODES }, (_, index) => {
    const from = Math.floor((4 + index * 5 + 4 * unit(random)) * PER_DAY);
    const to = from + 3 + random.below(20);
    const times = 3 + random.below(8);
    for (let place = from; place < to; place += 1)
      values[place] += poisson(random, Math.max(30, base * 2, levels[place] * times));
    return { from, to };
  });
  return { values, episodes };
}

/** A number of events, by chance; of large means by the normal distribution. */
function poisson(random, mean) {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const end = Math.exp(-mean);
  let count = 0;
  for (let product = unit(random); product > end; product *= unit(random)) count += 1;
  return count;
}

function normal(random) {
  return Math.sqrt(-2 * Math.log(1 - unit(random))) * Math.cos(2 * Math.PI * unit(random));
}
