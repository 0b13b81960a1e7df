export { type FileRow, type KnownFile, knownFiles, nextFileId, saveFileRows } from './file-rows';
export { connectReader, type ReaderConnection } from './reader-connection';
export { type SegmentLimits, SegmentWriter } from './segment-writer';
export {
  claimSource,
  createSource,
  dropReceiving,
  failReceiving,
  finishReading,
  finishReceiving,
  noteReceived,
  type Outcome,
  type ReadableSource,
  receivingSources,
  releaseSource,
  resetAttempts,
  SOURCE_CHANNEL,
  showProgress,
  sourceWithBytes,
  waitingSources,
} from './source-rows';
