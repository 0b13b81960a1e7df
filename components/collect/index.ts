export { Collecting } from './collecting';
export { useCurrentHunt } from './current-hunt';
export {
  ALL_HUNTS,
  type HuntsAsked,
  huntKey,
  pageOfHunt,
  pathOfHunt,
  renewHunts,
  useHunts,
  usePins,
} from './hunt-queries';
export { copyOfFinding, newStepId, queryStepOf, type ShownQuery } from './new-steps';
export { rememberResult } from './remember-result';
export { changeHunt, type Saved, saveHunt } from './save-hunt';
export { type Collect, useCollect } from './use-collect';
