import type { BuiltInCorrelation, BuiltInRule } from './built-in-rule';

/** All rules of Trackway's own, by type, and in the order in which an intrusion would go. */
export const BUILT_IN_RULES: readonly (BuiltInRule | BuiltInCorrelation)[] = [];
