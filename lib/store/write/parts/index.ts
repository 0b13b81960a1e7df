export { PART_COLUMNS, PART_GROUPS } from './part-groups';
export { RowValues } from './row-values';
export { type EventPart, SharedParts } from './shared-parts';
