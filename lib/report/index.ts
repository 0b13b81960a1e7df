export { isTimeZone } from './document/times';
export { reportHtml } from './html/report-html';
export { reportMarkdown } from './markdown/report-markdown';
export type {
  CountedFacts,
  FileFacts,
  ProofFacts,
  QueryFacts,
  ReportFacts,
  SourceFacts,
  TableFacts,
  TimelineFacts,
} from './report-facts';
