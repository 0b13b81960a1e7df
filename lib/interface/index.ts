export {
  type Access,
  accessAnswer,
  doneAnswer,
  type Permission,
  passwordChange,
  type Role,
  role,
  type SessionsAnswer,
  type Setup,
  sessionsAnswer,
  setup,
  signIn,
  signInAnswer,
  signOutParameters,
} from './access';
export { type AuditAnswer, type AuditParameters, auditAnswer, auditParameters } from './audit';
export { type ErrorAnswer, errorAnswer, type SelectionParameters, selectionParameters } from './common';
export { type CompareAnswer, compareAnswer, compareParameters } from './compare';
export { type Corrections, corrections, NO_CORRECTIONS, type SourcePatch, sourcePatch } from './corrections';
export { csvLine } from './csv';
export { describeDetection } from './describe-detection';
export { type Detection, detection, type TimeOrigin } from './detection';
export {
  type ContextAnswer,
  type CountAnswer,
  contextAnswer,
  contextParameters,
  countAnswer,
  type EventAnswer,
  type EventsAnswer,
  eventAnswer,
  eventsAnswer,
  eventsParameters,
  exportParameters,
  type FacetsAnswer,
  facetsAnswer,
  facetsParameters,
  type OneEventAnswer,
  type OverviewAnswer,
  oneEventAnswer,
  overviewAnswer,
  type TimelineAnswer,
  timelineAnswer,
  timelineParameters,
} from './events';
export { type ExplainAnswer, type ExplainedClause, explainAnswer } from './explain';
export {
  CONFIDENCES,
  type Confidence,
  type DetectorsAnswer,
  detectorsAnswer,
  FINDING_LEVELS,
  type FindingAnswer,
  type FindingHistoryAnswer,
  type FindingLevel,
  type FindingPatch,
  type FindingsAnswer,
  type FindingsParameters,
  type FindingUnit,
  findingAnswer,
  findingHistoryAnswer,
  findingPatch,
  findingsAnswer,
  findingsParameters,
  VERDICTS,
  type Verdict,
} from './findings';
export {
  type LinkedAnswer,
  linkedAnswer,
  type NewLink,
  newLink,
  type ProofAnswer,
  type ProofComparison,
  proofAnswer,
  proofComparison,
} from './links';
export {
  PATTERN_ORDERS,
  type PatternAnswer,
  type PatternOrder,
  type PatternsAnswer,
  type PatternsParameters,
  type PatternTextsAnswer,
  patternsAnswer,
  patternsParameters,
  patternTextsAnswer,
  patternTextsParameters,
} from './patterns';
export {
  type LinkAnswer,
  linkAnswer,
  type NewPerson,
  newPerson,
  newPersonAnswer,
  type PersonAnswer,
  peopleAnswer,
  personAnswer,
  personPatch,
} from './people';
export { type PreviewAnswer, type PreviewEvent, previewAnswer } from './preview';
export { type ColumnAnswer, type QueryAnswer, queryAnswer } from './query';
export {
  type RetentionAnswer,
  type RetentionPreview,
  type RetentionRule,
  retentionAnswer,
  retentionPreview,
  retentionRule,
  type SourceRetention,
  sourceRetention,
} from './retention';
export { SAMPLE_LAST_DAY, SAMPLE_SOURCE_ID, type SampleAnswer, sampleAnswer } from './sample';
export { type SearchProgress, searchProgress } from './search';
export {
  type FileFilterState,
  type FileKey,
  type FilesAnswer,
  type FilesParameters,
  type FilesTotal,
  fileFilterState,
  fileKey,
  filesAnswer,
  filesParameters,
} from './source-files';
export {
  deletedSourceAnswer,
  type FileAnswer,
  fileAnswer,
  fileState,
  type NewSourceAnswer,
  newSourceAnswer,
  rawParameters,
  type SourceAnswer,
  type SourceSummary,
  type SourcesAnswer,
  sourceAnswer,
  sourceParameters,
  sourceSummary,
  sourcesAnswer,
} from './sources';
export {
  type NamedStream,
  namedStream,
  newStream,
  type StreamAnswer,
  type StreamsAnswer,
  streamAnswer,
  streamsAnswer,
} from './streams';
export { TAIL_NOTES, type TailMany, tailEvent, tailGap, tailMany, tailParameters } from './tail';
export { type NewToken, newToken, newTokenAnswer, type TokenAnswer, tokenAnswer, tokensAnswer } from './tokens';
