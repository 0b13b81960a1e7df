import type { Measuring } from '@/lib/columns';

/** In how many shares the keys are merged, and in how many passes they are looked at. */
export interface GroupRoom {
  readonly shares: number;
  readonly passes: number;
  /** What one pass takes at most. */
  readonly bytes: number;
}

/** A table of as many groups is in reach of the processor. */
const SHARE_GROUPS = 32_768;
const SHARES_MAX = 256;
/** The part of the memory budget that the groups of one question may take, and what they may take however small it is. */
const BUDGET_SHARE = 0.25;
const ROOM_MIN = 64 * 1024 ** 2;
/** Keys of passes and shares are told apart by 32 bits. */
const PASSES_MAX = 1024;

const GROUP_BYTES = 12;
const MEASURE_BYTES = 12;
const EXTREMES_BYTES = 16;
/** Groups are held as they are found, dealt out, and merged. */
const COPIES = 3;

/** The room that so many groups take at most; in passes when it would be more than their part of the budget. */
export function groupMemory(groups: number, measured: readonly Measuring[], budgetBytes: number): GroupRoom {
  const each = measured.reduce(
    (sum, { extremes }) => sum + MEASURE_BYTES + (extremes ? EXTREMES_BYTES : 0),
    GROUP_BYTES,
  );
  const bytes = groups * each * COPIES;
  const room = Math.max(ROOM_MIN, budgetBytes * BUDGET_SHARE);
  const passes = Math.min(PASSES_MAX, Math.max(1, Math.ceil(bytes / room)));
  const shares = Math.min(SHARES_MAX, Math.max(1, Math.ceil(groups / passes / SHARE_GROUPS)));
  return { shares, passes, bytes: Math.ceil(bytes / passes) };
}

/** Neighbouring shares together, where there are fewer groups than there could have been. */
export function mergeRanges(shares: number, groups: number): { readonly from: number; readonly to: number }[] {
  const ranges = Math.min(shares, Math.max(1, Math.ceil(groups / SHARE_GROUPS)));
  return Array.from({ length: ranges }, (_, range) => ({
    from: Math.floor((range * shares) / ranges),
    to: Math.floor(((range + 1) * shares) / ranges),
  }));
}
