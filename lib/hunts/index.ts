export { charactersOf, contentOf, duplicated, newContent, patched, readContent, same } from './content';
export { describeChanges } from './describe-changes';
export { fromExported, toExported } from './exported';
export { type MergeConflict, type MergePlace, settle } from './merge/merge-conflict';
export { mergeHunts } from './merge/merge-hunts';
export { eachPin, type PlacedPin, pinsOf, withoutPin, withPin } from './pins';
export { freeSlug, isSlug, slugOf } from './slug';
export { type ContentSummary, contentSummary, summaryOf, wordsOf } from './summary';
