export { dropEmptied } from './drop-emptied';
export type { Place } from './event-row';
export { type Expired, expireNext, retentionIsDue } from './expire';
export { type FileDetection, type FileRow, type KnownFile, knownFiles, nextFileId, saveFileRows } from './file-rows';
export { finishReading, finishRereading, type Outcome } from './finish-reading';
export { GroupCommit } from './group-commit';
export type { OpenLimits } from './open-segment';
export { connectReader, type ReaderConnection } from './reader-connection';
export {
  forgetColumns,
  rebuildColumns,
  rebuildTallies,
  segmentsWithoutColumns,
  segmentsWithoutTallies,
} from './rebuild-columns';
export {
  type NewSegment,
  type PendingFile,
  pendingFiles,
  replaceFiles,
  showRereading,
  storedBytes,
} from './reread-rows';
export { type SegmentLimits, SegmentWriter } from './segment-writer';
export {
  claimSource,
  createSource,
  dropReceiving,
  failReceiving,
  finishReceiving,
  noteReceived,
  type ReadableSource,
  receivingSources,
  releaseSource,
  resetAttempts,
  SOURCE_CHANNEL,
  showProgress,
  sourceWithBytes,
  waitingSources,
} from './source-rows';
export type { BatchOutcome, MakeTally, StreamBatch, Unit, UnitEvent } from './stream-batch';
export { StreamCommitter } from './stream-committer';
export { forgetOldBatches, grownSegments } from './stream-rows';
