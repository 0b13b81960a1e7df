export { cancelSource } from './cancel-source';
export { checkReadiness } from './check-readiness';
export { closeStore, pool, prisma } from './client';
export { readComparison } from './compare/read-comparison';
export { countEvents } from './count-events';
export { deleteSource } from './delete-source';
export {
  CountedHistory,
  detect,
  detectionState,
  readDetectors,
  readFindingHistory,
  readFindings,
  triageFinding,
} from './detections';
export { EVENT_LINES } from './event-lines';
export { explainQuery } from './explain-query';
export { exportEvents } from './export-events';
export {
  type Author,
  changeHunt,
  createHunt,
  deleteHunt,
  duplicateHunt,
  type HuntClaims,
  importHunt,
  pinEvent,
  readHunt,
  readHuntHistory,
  readHunts,
  readHuntVersion,
  readPins,
  StaleHunt,
  unpinEvent,
} from './hunts';
export { readLibrary, readReadyHunt } from './library/read-library';
export { keepLink, readLink } from './links';
export { navigatorLayer, readMatrix } from './matrix';
export { patchSource } from './patch-source';
export { readPatternTexts } from './pattern-texts';
export { compareProof, prove } from './proofs';
export { type RawFile, rawFile } from './raw-file';
export { readContext } from './read-context';
export { readEvent } from './read-event';
export { readEvents } from './read-events';
export { readFacets } from './read-facets';
export { readFiles } from './read-files';
export { readMetrics, type StoreMetrics } from './read-metrics';
export { readOverview } from './read-overview';
export { readPatterns } from './read-patterns';
export { readQuery } from './read-query';
export { readSource, readSources, sourceFiles } from './read-sources';
export { readStreams } from './read-streams';
export { readTimeline } from './read-timeline';
export { readUpload, type WaitingUpload } from './read-upload';
export { readReport } from './report';
export { changeRetention, changeSourceRetention } from './retention/change-retention';
export { previewRetention, previewSourceRetention, readRetention } from './retention/read-retention';
export {
  activeRules,
  addRules,
  cancelLookBack,
  changeManyRules,
  changeRule,
  checkRules,
  deleteRule,
  lookBack,
  RULES_CHANNEL,
  readRule,
  readRules,
  readRuleText,
  tryRule,
} from './rules';
export { searchWithProgress } from './search-progress';
export { readStories, readStory } from './stories';
export { createStream, findStreamById, streamNamed } from './streams';
export { ARRIVAL_CHANNEL } from './tail/arrivals';
export { type TailNews, tailEvents } from './tail/tail-events';
export { guessNames, isoFromMicros } from './times';
export { RuleWatch } from './watch';
export {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  noteDelivery,
  noteTrial,
  queueDeliveries,
  readWebhooks,
  takeDueMessage,
  webhookTarget,
} from './webhooks';
