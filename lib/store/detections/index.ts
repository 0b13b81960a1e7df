export { CountedHistory } from './counted-history';
export { detect, detectionState } from './detect';
export {
  type AllFindings,
  progress as detectionProgress,
  readAllFindings,
  readDetectors,
  readFindingHistory,
  readFindings,
} from './read-findings';
export { triageFinding } from './triage-finding';
