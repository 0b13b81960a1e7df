export { NESTED_LIMITS } from './limits';
export { nestedTest } from './nested-test';
export { pathOf } from './path';
