export { columnEngine } from './column-engine';
export { matchingOfColumns } from './column-matching';
export { overviewOfColumns } from './overview-columns';
