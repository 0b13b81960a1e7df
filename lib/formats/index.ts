import { accessLog } from './access-log';
import { awsVpcFlow } from './aws-vpc-flow';
import { awsVpcFlowJson } from './aws-vpc-flow-json';
import { azureDiagnostic } from './azure-diagnostic';
import { azureRecords } from './azure-records';
import { bunyan } from './bunyan';
import { capnslog } from './capnslog';
import { cloudCsv } from './cloud-csv';
import { cloudwatchControl } from './cloudwatch-control';
import { cloudwatchEvent } from './cloudwatch-event';
import { cloudwatchExport } from './cloudwatch-export';
import { cloudwatchInsights } from './cloudwatch-insights';
import { cloudwatchResult } from './cloudwatch-result';
import { cloudwatchSubscription } from './cloudwatch-subscription';
import { cloudwatchTail } from './cloudwatch-tail';
import { composePrefix } from './compose-prefix';
import { coredns } from './coredns';
import { cri } from './cri';
import { dockerJson } from './docker-json';
import { ecs } from './ecs';
import { elasticAudit } from './elastic-audit';
import type { Format, ObjectFormat, TextFormat } from './format';
import { goLog } from './go-log';
import { googleAudit } from './google-audit';
import { googleLogEntry } from './google-log-entry';
import { hubble } from './hubble';
import { journaldJson } from './journald-json';
import { journaldShort } from './journald-short';
import { json } from './json';
import { klog } from './klog';
import { klogJson } from './klog-json';
import { kubectlBanner } from './kubectl-banner';
import { kubectlPrefix } from './kubectl-prefix';
import { kubectlTimestamps } from './kubectl-timestamps';
import { kubernetesAudit } from './kubernetes-audit';
import { kubernetesEvent } from './kubernetes-event';
import { kubernetesList } from './kubernetes-list';
import { kubernetesObject } from './kubernetes-object';
import { leveled } from './leveled';
import { logAnalytics } from './log-analytics';
import { logAnalyticsResult } from './log-analytics-result';
import { logfmt } from './logfmt';
import { logrusText } from './logrus-text';
import { monthDay } from './month-day';
import { opensearchDocument } from './opensearch-document';
import { otelLog } from './otel-log';
import { searchBulk } from './search-bulk';
import { searchHit } from './search-hit';
import { searchResponse } from './search-response';
import { serilog } from './serilog';
import { shipperJson } from './shipper-json';
import { spark } from './spark';
import { syslog3164 } from './syslog-3164';
import { timestamped } from './timestamped';
import { zap } from './zap';
import { zapConsole } from './zap-console';

/** Formats read from text, most specific first: the reader asks in this order. */
export const TEXT_FORMATS: readonly TextFormat[] = [
  cri,
  cloudwatchTail,
  cloudwatchExport,
  cloudCsv,
  kubectlTimestamps,
  kubectlBanner,
  kubectlPrefix,
  klog,
  syslog3164,
  journaldShort,
  awsVpcFlow,
  coredns,
  accessLog,
  capnslog,
  goLog,
  spark,
  zapConsole,
  timestamped,
  monthDay,
  logrusText,
  logfmt,
  leveled,
  composePrefix,
];

/** Formats read from a JSON object, most specific first. */
export const OBJECT_FORMATS: readonly ObjectFormat[] = [
  elasticAudit,
  shipperJson,
  dockerJson,
  cloudwatchEvent,
  cloudwatchSubscription,
  cloudwatchControl,
  cloudwatchInsights,
  cloudwatchResult,
  kubernetesAudit,
  hubble,
  awsVpcFlowJson,
  azureRecords,
  azureDiagnostic,
  logAnalytics,
  logAnalyticsResult,
  googleLogEntry,
  searchHit,
  searchBulk,
  searchResponse,
  opensearchDocument,
  kubernetesList,
  googleAudit,
  journaldJson,
  kubernetesEvent,
  kubernetesObject,
  zap,
  klogJson,
  bunyan,
  serilog,
  ecs,
  otelLog,
  json,
];

/** What stands for no format at all where one can be named. */
export const PLAIN = 'plain' as const;

/** The format of a name; null when there is none. */
export function formatNamed(name: string): Format | null {
  return (
    TEXT_FORMATS.find((format) => format.name === name) ?? OBJECT_FORMATS.find((format) => format.name === name) ?? null
  );
}

export { Clock, type ClockHints, type ClockMemory, TIME_ORIGIN } from './clock';
export {
  type Format,
  type FormatExample,
  type Json,
  type JsonObject,
  NOT_MINE,
  type ObjectFormat,
  READ,
  type Reading,
  Several,
  type TextFormat,
} from './format';
export { loneObject } from './lone-object';
export { plainObject } from './plain-object';
export { plainText } from './plain-text';
export { type Forced, NOTHING_FORCED, ReadContext, type Scope } from './read-context';
