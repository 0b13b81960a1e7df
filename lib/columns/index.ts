export { allBits, type Bits, countBits, eachBit, hasBit, makeBits, setBit } from './bits';
export { type Codes, makeCodes, readCodesChunk } from './codes';
export type { BuiltColumn, ColumnBuilder } from './column-builder';
export { attributeColumn, attributeOf, COLUMN, hasColumn, isAttributeColumn } from './column-catalogue';
export { type ColumnPart, decodeColumnPart, encodeColumnPart } from './column-part';
export { type ColumnValue, type Dictionary, decodeDictionary } from './dictionary';
export { type FirstGroups, largest } from './first-groups';
export { GroupIndex } from './group-index';
export { type GroupPart, GroupPartBuilder, type Shares } from './group-part';
export type { Measuring, MergedMeasures } from './group-table';
export { countMinutes, decodeMinutes, type MinuteCounts } from './minute-counts';
export {
  type ColumnLeaf,
  type FoundLeaf,
  foundLeaves,
  loosened,
  type Plan,
  planColumns,
  planQuery,
  type SameLeaf,
  withoutColumns,
} from './plan';
export { planRows, type SegmentView } from './plan-rows';
export { allOf, EVERY, NONE, type RowTest } from './row-test';
export { addDigests, digestHex, digestRows, NO_ROWS, type RowsDigest } from './rows-digest';
export { rowsWithCodes } from './rows-with-codes';
export { SameTexts } from './same-texts';
export { ATTRIBUTES_COLUMN, type SegmentColumns, SegmentColumnsBuilder } from './segment-columns';
export {
  CHUNK_ROWS,
  type ColumnChunk,
  DICTIONARY_CHUNK,
  MINUTES_COLUMN,
  storedChunks,
  TIME_COLUMN,
} from './stored-columns';
export {
  combinationsOf,
  type GroupsOfShares,
  type KeyTimes,
  type MeasuredColumn,
  type RowPlace,
  type ScanInput,
  type ScanOutput,
  type ScanTaskName,
  scanTask,
} from './tasks';
export type { PackedBlock } from './tasks/packed-block';
export { decodeTimes } from './times';
export { type ValueCount, valueCounts } from './value-counts';
export { withNames } from './with-names';
export { type TimeZones, timeZones } from './zones';
