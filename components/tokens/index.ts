export { StreamTokens } from './stream-tokens';
export { Tokens } from './tokens';
