export { type FileRow, saveFileRows } from './file-rows';
export { SegmentWriter } from './segment-writer';
