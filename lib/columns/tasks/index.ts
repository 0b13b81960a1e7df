import { countCodes } from './count-codes';
import { countTimes } from './count-times';
import { digestEvents } from './digest-events';
import { findBlocks } from './find-blocks';
import { findExtent } from './find-extent';
import { firstRows } from './first-rows';
import { groupRows } from './group-rows';
import { mergeGroups } from './merge-groups';
import { searchBlock } from './search-block';
import { searchJoined } from './search-joined';
import { selectRows } from './select-rows';
import type { ScanTask } from './task';

/** Everything that can be asked of a segment's columns, and of its originals. */
export const SCAN_TASKS = {
  selectRows,
  countCodes,
  countTimes,
  digestEvents,
  findExtent,
  firstRows,
  groupRows,
  mergeGroups,
  findBlocks,
  searchBlock,
  searchJoined,
} as const;

export type ScanTaskName = keyof typeof SCAN_TASKS;
export type ScanInput<Name extends ScanTaskName> = Parameters<(typeof SCAN_TASKS)[Name]['run']>[0];
export type ScanOutput<Name extends ScanTaskName> = ReturnType<(typeof SCAN_TASKS)[Name]['run']>;

/** The task behind a name, with the types of its own input and output. */
export function scanTask<Name extends ScanTaskName>(name: Name): ScanTask<ScanInput<Name>, ScanOutput<Name>> {
  // The compiler cannot follow a name to the one task it stands for.
  return SCAN_TASKS[name] as unknown as ScanTask<ScanInput<Name>, ScanOutput<Name>>;
}

export type { Extent } from './find-extent';
export type { RowPlace } from './first-rows';
export { combinationsOf, type KeyColumn, type KeyTimes, type MeasuredColumn } from './group-rows';
export type { GroupsOfShares } from './merge-groups';
export type { PiecesHunt } from './search-block';
export type { SelectedRows } from './select-rows';
