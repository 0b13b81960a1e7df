export { NESTED_LIMITS } from './limits';
export { nestedTest } from './nested-test';
export { nestedValues } from './nested-values';
export { pathOf } from './path';
