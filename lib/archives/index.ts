export { type Archive, ArchiveError, LimitError } from './archive';
export { ARCHIVES, archiveOf } from './archives';
export { BUDGET_LIMITS, Budget, type BudgetLimits } from './budget';
export { EventLoopTurns } from './event-loop-turns';
export { type Leaf, type WalkInput, type WalkOptions, walk } from './walk';
