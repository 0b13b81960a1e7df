export type { Dialect, DialectExample, Reading } from './dialect';
export { DIALECTS } from './dialects';
export { readDialect } from './read-dialect';
