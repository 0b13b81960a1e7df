import { Random } from '../generate/random.mjs';
import { attacksOf } from './attacks.mjs';
import { TrafficCluster } from './cluster.mjs';
import { NOISE, routineOf } from './routine.mjs';

const DAYS = 5;
/** Attacks of each kind in one cluster, and clusters for each level of noise. */
const TIMES = 6;
const CLUSTERS = 2;

/**
 * How many of the planted attacks are found, and how much else is, at three levels of noise.
 * @param {Awaited<ReturnType<typeof import('./detection-code.mjs').loadDetectionCode>>} code
 * @param {{ seed: string, say: (message: string) => void }} options
 * @returns {{ noise: string, detector: string, planted: number, hit: number, findings: number, wrong: number }[]}
 */
export function evaluateDetectors(code, { seed, say }) {
  return Object.keys(NOISE).flatMap((noise) => {
    const runs = Array.from({ length: CLUSTERS }, (_, index) => judge(code, noise, `${seed} ${noise} ${index}`));
    say(`${noise}: ${runs.reduce((sum, { events }) => sum + events, 0).toLocaleString('en')} flows and questions`);
    const detectors = [...new Set(runs.flatMap(({ verdicts }) => [...verdicts.keys()]))].sort();
    return detectors.map((detector) => ({
      noise,
      detector,
      ...sumOf(runs.map(({ verdicts }) => verdicts.get(detector))),
    }));
  });
}

function judge({ columnsOf, tallySegment, knownHistory, TALLIES, DETECTORS }, noise, seed) {
  const random = new Random(`detections ${seed}`);
  const cluster = new TrafficCluster(random);
  const attacks = attacksOf({ cluster, random, days: DAYS, times: TIMES });
  const routine = routineOf({ cluster, random, days: DAYS, noise: NOISE[noise] });
  const events = [...routine, ...attacks.flatMap((attack) => attack.events)].sort((a, b) => a.time - b.time);
  const columns = columnsOf(events);
  const history = knownHistory(new Map(TALLIES.map((tally) => [tally.name, tallySegment(columns, tally)])));
  const verdicts = new Map();
  for (const detector of DETECTORS) {
    if (!detector.types.includes('network')) continue;
    const findings = [...detector.detect(history)];
    const planted = attacks.filter((attack) => attack.detector === detector.name);
    if (findings.length === 0 && planted.length === 0) continue;
    verdicts.set(detector.name, {
      planted: planted.length,
      hit: planted.filter((attack) => findings.some((finding) => isAbout(finding, attack))).length,
      findings: findings.length,
      // What else a detector says of an attacker at that time is true too.
      wrong: findings.filter((finding) => !attacks.some((attack) => isAbout(finding, attack))).length,
    });
  }
  return { events: events.length, verdicts };
}

function isAbout({ key, from, to }, attack) {
  return from <= attack.to && to >= attack.from && attack.source.every((part, place) => key[place] === part);
}

function sumOf(verdicts) {
  const sum = { planted: 0, hit: 0, findings: 0, wrong: 0 };
  for (const verdict of verdicts) for (const name of Object.keys(sum)) sum[name] += verdict?.[name] ?? 0;
  return sum;
}
