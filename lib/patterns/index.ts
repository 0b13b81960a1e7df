export { PatternMiner } from './miner';
export { describes, OTHER_LINES, type Shape } from './shape';
