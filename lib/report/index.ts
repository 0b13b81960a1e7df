export { isTimeZone } from './document/times';
export { reportHtml } from './html/report-html';
export type {
  CountedFacts,
  FileFacts,
  QueryFacts,
  ReportFacts,
  SourceFacts,
  TableFacts,
  TimelineFacts,
} from './report-facts';
