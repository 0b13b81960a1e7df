import { accessLog } from './access-log';
import { apacheError } from './apache-error';
import { awsVpcFlow } from './aws-vpc-flow';
import { awsVpcFlowJson } from './aws-vpc-flow-json';
import { azureDiagnostic } from './azure-diagnostic';
import { azureRecords } from './azure-records';
import { bunyan } from './bunyan';
import { caddyAccess } from './caddy-access';
import { capnslog } from './capnslog';
import { cloudCsv } from './cloud-csv';
import { cloudnativePg } from './cloudnative-pg';
import { cloudwatchControl } from './cloudwatch-control';
import { cloudwatchEvent } from './cloudwatch-event';
import { cloudwatchExport } from './cloudwatch-export';
import { cloudwatchInsights } from './cloudwatch-insights';
import { cloudwatchResult } from './cloudwatch-result';
import { cloudwatchSubscription } from './cloudwatch-subscription';
import { cloudwatchTail } from './cloudwatch-tail';
import { composePrefix } from './compose-prefix';
import { coredns } from './coredns';
import { crash } from './crash';
import { cri } from './cri';
import { dockerJson } from './docker-json';
import { dotnetConsole } from './dotnet-console';
import { ecs } from './ecs';
import { elasticAudit } from './elastic-audit';
import { filePrefix } from './file-prefix';
import type { ObjectFormat, TextFormat } from './format';
import { gin } from './gin';
import { goLog } from './go-log';
import { googleAudit } from './google-audit';
import { googleLogEntry } from './google-log-entry';
import { hubble } from './hubble';
import { iisW3c } from './iis-w3c';
import { javaUtilLogging } from './java-util-logging';
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
import { mongodb } from './mongodb';
import { mongodbText } from './mongodb-text';
import { monthDay } from './month-day';
import { mysql } from './mysql';
import { nestjs } from './nestjs';
import { nginxError } from './nginx-error';
import { opensearchDocument } from './opensearch-document';
import { osloRequest } from './oslo-request';
import { otelLog } from './otel-log';
import { phpFpmAccess } from './php-fpm-access';
import { podPrefix } from './pod-prefix';
import { postgres } from './postgres';
import { postgresCsv } from './postgres-csv';
import { redis } from './redis';
import { requestLine } from './request-line';
import { rubyLogger } from './ruby-logger';
import { searchBulk } from './search-bulk';
import { searchHit } from './search-hit';
import { searchResponse } from './search-response';
import { serilog } from './serilog';
import { shipperJson } from './shipper-json';
import { spark } from './spark';
import { syslog3164 } from './syslog-3164';
import { timeOfDay } from './time-of-day';
import { timestamped } from './timestamped';
import { tracing } from './tracing';
import { tracingJson } from './tracing-json';
import { uvicornAccess } from './uvicorn-access';
import { uwsgi } from './uwsgi';
import { weblogic } from './weblogic';
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
  podPrefix,
  filePrefix,
  klog,
  syslog3164,
  journaldShort,
  awsVpcFlow,
  coredns,
  accessLog,
  phpFpmAccess,
  uvicornAccess,
  gin,
  osloRequest,
  requestLine,
  iisW3c,
  capnslog,
  nginxError,
  apacheError,
  goLog,
  spark,
  redis,
  uwsgi,
  weblogic,
  javaUtilLogging,
  dotnetConsole,
  rubyLogger,
  postgres,
  postgresCsv,
  mysql,
  zapConsole,
  tracing,
  mongodbText,
  nestjs,
  timestamped,
  timeOfDay,
  monthDay,
  logrusText,
  logfmt,
  leveled,
  crash,
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
  mongodb,
  cloudnativePg,
  caddyAccess,
  tracingJson,
  zap,
  klogJson,
  bunyan,
  serilog,
  ecs,
  otelLog,
  json,
];

export { Clock, type ClockHints, type ClockMemory } from './clock';
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
export { ReadContext, type Scope } from './read-context';
