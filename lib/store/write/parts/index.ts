export { RowAttributes } from './row-attributes';
export { RowValues } from './row-values';
export { type EventPart, SharedParts } from './shared-parts';
