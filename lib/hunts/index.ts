export { charactersOf, contentOf, duplicated, newContent, patched, readContent, same } from './content';
export { describeChanges } from './describe-changes';
export { fromExported, toExported } from './exported';
export { eachPin, pinsOf, withoutPin, withPin } from './pins';
export { freeSlug, isSlug, slugOf } from './slug';
export { type ContentSummary, contentSummary, summaryOf, wordsOf } from './summary';
