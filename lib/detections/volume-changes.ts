import type { History } from './history';
import { seriesOf } from './series';
import { goesOnDuring, isSteady } from './silences';
import { type Dip, dipsOf } from './statistics/dips';
import { type Spike, spikesOf } from './statistics/spikes';
import { type BucketRange, countWithin } from './tally-cells';
import type { Volume } from './volumes';

const DAY_SECONDS = 86_400;
/** A dip lasts so long at least; it is shown with as much before it. */
export const FALL_SECONDS = 3600;
/** Fewer are not missed: a line a minute. */
const FALL_LEAST = 50;
const RISE_LEAST = { line: 500, flow: 2000 } as const;
const RISE_TIMES = 5;
/** Where errors are so much of it, the spike of errors says it. */
const ERRORS_SHARE = 0.5;
const GO_ON_MIN = 3;
const GO_ON_SHARE = 0.75;
/** How long before or after the end of a workload another begins that takes its place. */
const SUCCESSOR_SECONDS = 2 * 3600;

/** A stretch in which a volume was far from usual. */
export type VolumeChange = {
  readonly volume: Volume;
  /** Microseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** The buckets to look at. */
  readonly shown: BucketRange;
} & ({ readonly spike: Spike } | { readonly dip: Dip });

/** Where volumes, which have buckets of one width, rise or fall far from what is usual for each; only of steady ones. */
export function changesOf(volumes: readonly Volume[], history: History): VolumeChange[] {
  const steady = volumes.filter(({ row }) => isSteady(row));
  return steady.flatMap((volume) => {
    const span = history.span(volume.type);
    if (span === null) return [];
    const { first, counts } = seriesOf([volume.row], span, volume.bucketSeconds);
    const perDay = DAY_SECONDS / volume.bucketSeconds;
    const spikes = spikesOf(counts, { perDay, least: RISE_LEAST[volume.noun] })
      .filter((spike) => isRise(volume, spike, first))
      .map((spike) => ({ ...placed(volume, spike, first), spike }));
    const places = FALL_SECONDS / volume.bucketSeconds;
    const dips = dipsOf(counts, { perDay, places, least: FALL_LEAST })
      .map((dip) => ({ ...placed(volume, dip, first, places), dip }))
      .filter((dip) => isFall(dip, volumes, steady));
    return [...spikes, ...dips];
  });
}

/** `before`: so many buckets before it are shown as well. */
function placed(volume: Volume, { from, to }: BucketRange, first: number, before = 0) {
  const micros = volume.bucketSeconds * 1e6;
  const shown = { from: first + from - before, to: first + to };
  return { volume, from: (first + from) * micros, to: (first + to) * micros, shown };
}

function isRise({ row, bucketSeconds, errors }: Volume, spike: Spike, first: number): boolean {
  if (spike.peak < spike.expected * RISE_TIMES) return false;
  const range = { from: first + spike.from, to: first + spike.to };
  // What has just begun has no usual.
  if ((range.from - (row.buckets[0] ?? 0)) * bucketSeconds < DAY_SECONDS) return false;
  return countWithin(errors, range) < countWithin([row], range) * ERRORS_SHARE;
}

/** Whether the others go on, and nobody took its place. */
function isFall(
  { volume, from, to, shown }: Omit<VolumeChange, 'spike' | 'dip'>,
  all: readonly Volume[],
  steady: readonly Volume[],
): boolean {
  const places = FALL_SECONDS / volume.bucketSeconds;
  const before = { last: shown.from - 1, silent: places };
  const during = { last: shown.from + places - 1, silent: shown.to - shown.from - places };
  const beside = steady.filter((other) => other !== volume && goesOnDuring(other.row, before));
  const goingOn = beside.filter(({ row }) => goesOnDuring(row, during)).length;
  if (goingOn < GO_ON_MIN || goingOn < beside.length * GO_ON_SHARE) return false;
  if (volume.row.last >= to) return true;
  return !all.some(
    ({ row, subject }) =>
      subject.namespace === volume.subject.namespace && Math.abs(row.first - from) < SUCCESSOR_SECONDS * 1e6,
  );
}
