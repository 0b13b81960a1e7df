/**
 * The heap is for the rules themselves, and for what some thousand events are. Columns, of which it needs a few at a time, are
 * beside it: the web process keeps them for the next question, this one has none.
 */
export const RULES_OPTIONS = ['--max-old-space-size=384', '--single-threaded-gc'];
export const RULES_COLUMNS_MB = '256';
