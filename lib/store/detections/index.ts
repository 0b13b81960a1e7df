export { CountedHistory } from './counted-history';
export { detect, detectionState } from './detect';
export {
  progress as detectionProgress,
  readAllFindings,
  readDetectors,
  readFindingHistory,
  readFindings,
} from './read-findings';
export { triageFinding } from './triage-finding';
