import type { Detector } from '../detector';
import { DAY, type ExampleEvent, HOUR, MINUTE, MONDAY, SECOND } from '../example-events';
import { repeated, together } from '../example-routine';
import type { Finding } from '../finding';
import { secondsBefore } from '../first-seen';
import type { History } from '../history';
import { confidenceOfNew } from '../levels';
import { FLOWS_OF_PODS } from '../tallies/pods-at-work';
import { WORKLOAD_LINES } from '../tallies/workload-lines';
import { countWithin } from '../tally-cells';
import { changesOf, FALL_SECONDS, type VolumeChange } from '../volume-changes';
import { flowVolumes, writtenVolumes } from '../volumes';
import { counted, lengthOf } from '../words';
import { confidenceOf, usualOf } from '../words-of-spikes';

/** What so many begin to do within an hour is a rollout, a node that restarts, or more visitors. */
const TOGETHER_MAX = 2;

export const volumeChange: Detector = {
  name: 'volume-change',
  title: 'A workload writes or connects much more or less than usual',
  about: `A workload, or a program on the nodes, that is steadily at work wrote five times as many lines as usual in five minutes, or began five times as many flows in an hour (500 lines or 2,000 flows more; four robust standard deviations, and twice what it ever had at this time of day). Or it fell suddenly below a quarter of what it had at this time of three or more earlier days, and below half of the least of them, for an hour or longer, while three of four others went on. Errors are told by another detector. Where more than ${TOGETHER_MAX} change within an hour, nothing is said: that is a rollout, a node, or more visitors.`,
  falsePositives:
    'A new version that logs more or less, a load test, a queue that is worked off, a workload that is moved. Look at what was deployed, at the lines just before, and for a silence at whether its pods still run.',
  types: ['application', 'control-plane', 'network', 'node'],
  techniques: ['T1499', 'T1562'],
  tallies: [WORKLOAD_LINES, FLOWS_OF_PODS],
  *detect(history) {
    const changes = [
      ...changesOf(writtenVolumes(history.tallied(WORKLOAD_LINES).rows), history),
      ...changesOf(flowVolumes(history.tallied(FLOWS_OF_PODS).rows), history),
    ];
    for (const change of changes) {
      const beside = changes.filter((other) => Math.abs(other.from - change.from) < HOUR);
      if (new Set(beside.map(({ volume }) => volume.name)).size > TOGETHER_MAX) continue;
      if (change.volume.noun === 'flow' && beside.some((other) => isToldByLines(change, other))) continue;
      yield finding(change, history);
    }
  },
  examples: [
    {
      says: 'a workload that writes a line a minute writes two thousand in five minutes on the fifth day',
      events: () =>
        together(everybody(6), repeated(line('web', 'info'), 2000, 0.15 * SECOND, MONDAY + 4 * DAY + 10 * HOUR)),
      finds: [{ level: 'low', key: ['more', 'application', 'shop', 'web'], events: 2005, observed: 2005 }],
    },
    {
      says: 'a workload of five is silent for three hours on the fifth day, then goes on',
      events: () =>
        together(
          ...['cart', 'db', 'mail', 'search'].map((name) => minutes(name, 0, 6 * 1440)),
          minutes('web', 0, 4 * 1440 + 600),
          minutes('web', 4 * 1440 + 780, 2100),
        ),
      finds: [{ level: 'medium', key: ['less', 'application', 'shop', 'web'], observed: 0, events: 60 }],
    },
    {
      says: 'a workload is replaced by one of another name',
      events: () =>
        together(
          ...['cart', 'db', 'mail', 'search'].map((name) => minutes(name, 0, 6 * 1440)),
          minutes('web', 0, 4 * 1440 + 600),
          minutes('shopfront', 4 * 1440 + 590, 2000),
        ),
      finds: [],
    },
    {
      says: 'everything is silent for three hours',
      events: () =>
        together(
          ...['cart', 'db', 'mail', 'search', 'web'].flatMap((name) => [
            minutes(name, 0, 4 * 1440 + 600),
            minutes(name, 4 * 1440 + 780, 2100),
          ]),
        ),
      finds: [],
    },
    {
      says: 'three workloads write much more from the same minute on',
      events: () =>
        together(
          everybody(6),
          ...['cart', 'mail', 'web'].map((name) =>
            repeated(line(name, 'info'), 2000, 0.15 * SECOND, MONDAY + 4 * DAY + 10 * HOUR),
          ),
        ),
      finds: [],
    },
    {
      says: 'what comes more are errors, of which another detector tells',
      events: () =>
        together(everybody(6), repeated(line('web', 'error'), 2000, 0.15 * SECOND, MONDAY + 4 * DAY + 10 * HOUR)),
      finds: [],
    },
    {
      says: 'a job that writes thousands of lines each night',
      events: () =>
        together(
          everybody(6),
          ...[0, 1, 2, 3, 4, 5].map((day) =>
            repeated(line('report', 'info'), 3000, 0.1 * SECOND, MONDAY + day * DAY + 2 * HOUR),
          ),
        ),
      finds: [],
    },
  ],
};

/** Whether the lines of the same workload tell of the same time. */
function isToldByLines(change: VolumeChange, other: VolumeChange): boolean {
  return other.volume.noun === 'line' && other.volume.name === change.volume.name;
}

function finding(change: VolumeChange, history: History): Finding {
  const { volume, from, to, shown } = change;
  const span = history.span(volume.type);
  const known = secondsBefore(from, span);
  const common = {
    type: volume.type,
    from: shown.from * volume.bucketSeconds * SECOND,
    to: shown.to * volume.bucketSeconds * SECOND,
    history: known,
    query: volume.query,
    events: countWithin([volume.row], shown),
    subject: volume.subject,
  };
  if ('spike' in change) {
    const { spike } = change;
    const pace = volume.bucketSeconds === 3600 ? 'an hour' : 'five minutes';
    return {
      ...common,
      key: ['more', ...volume.key],
      level: 'low',
      confidence: confidenceOf(spike),
      title: `${volume.name} ${verbOf(change)} ${counted(common.events, volume.noun)}`,
      reason: `${counted(spike.peak, volume.noun)} in ${pace}; ${usualOf(spike)}.`,
      observed: spike.peak,
      expected: spike.expected,
      techniques: ['T1499'],
    };
  }
  const { dip } = change;
  const length = lengthOf((to - from) / SECOND);
  return {
    ...common,
    key: ['less', ...volume.key],
    level: dip.sum === 0 ? 'medium' : 'low',
    confidence: dip.sum === 0 ? confidenceOfNew(known) : 'medium',
    title:
      dip.sum === 0
        ? `${volume.name} ${verbOf(change)} nothing for ${length}`
        : `${volume.name} ${verbOf(change)} only ${counted(dip.sum, volume.noun)} in ${length}`,
    reason: `${dip.sum === 0 ? 'Nothing' : counted(dip.sum, volume.noun)} in ${length} while others went on; usual is ${Math.round(dip.expected)} (${Math.round(dip.low)}–${Math.round(dip.high)} at this time of ${dip.days} days before). Shown with the ${lengthOf(FALL_SECONDS)} before.`,
    observed: dip.sum,
    expected: dip.expected,
    techniques: ['T1562'],
  };
}

function verbOf({ volume }: VolumeChange): string {
  return volume.noun === 'line' ? 'wrote' : 'began';
}

function line(name: string, severity: 'error' | 'info') {
  return { type: 'application', severity, fields: { namespace: 'shop', pod: `${name}-7d9c5b8f6-x2k4z` } } as const;
}

/** A line each minute. */
function minutes(name: string, from: number, count: number): Iterable<ExampleEvent> {
  return repeated(line(name, 'info'), count, MINUTE, MONDAY + from * MINUTE);
}

function everybody(days: number): Iterable<ExampleEvent> {
  return together(...['cart', 'db', 'mail', 'search', 'web'].map((name) => minutes(name, 0, days * 1440)));
}
