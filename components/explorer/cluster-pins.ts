import type { Moments } from './range-moves';
import type { PinAnswer } from './use-range-pins';

/** Pinned events of a lane that are so close to each other that one flag stands for them. */
export interface PinFlag {
  /** The earliest first. */
  readonly pins: readonly PinAnswer[];
  /** Where it stands, 0 to 1 of the width. */
  readonly at: number;
}

/** The flags of a lane, in order of time; pins less than `gap` (a share of the width) behind a flag's first are part of it. */
export function clusterPins(pins: readonly PinAnswer[], { from, to }: Moments, gap: number): PinFlag[] {
  const flags: { pins: PinAnswer[]; at: number }[] = [];
  const placed = pins
    .map((pin) => ({ pin, at: pin.time === null ? -1 : (Date.parse(pin.time) - from) / Math.max(1, to - from) }))
    .filter(({ at }) => at >= 0 && at <= 1)
    .sort((one, other) => one.at - other.at);
  for (const { pin, at } of placed) {
    const last = flags.at(-1);
    if (last !== undefined && at - last.at < gap) last.pins.push(pin);
    else flags.push({ pins: [pin], at });
  }
  return flags;
}
