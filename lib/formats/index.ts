import { accessLog } from './access-log';
import { accountChanges } from './account-changes';
import { alertTagged } from './alert-tagged';
import { apacheError } from './apache-error';
import { auditd } from './auditd';
import { awsLoadBalancer } from './aws-load-balancer';
import { awsVpcFlow } from './aws-vpc-flow';
import { awsVpcFlowJson } from './aws-vpc-flow-json';
import { azureDiagnostic } from './azure-diagnostic';
import { azureFlow } from './azure-flow';
import { azureFlowTuple } from './azure-flow-tuple';
import { azureRecords } from './azure-records';
import { bunyan } from './bunyan';
import { caddyAccess } from './caddy-access';
import { calicoFlow } from './calico-flow';
import { calicoGoldmane } from './calico-goldmane';
import { capnslog } from './capnslog';
import { cicFlowMeter } from './cic-flow-meter';
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
import { cron } from './cron';
import { dockerJson } from './docker-json';
import { dotnetConsole } from './dotnet-console';
import { ecs } from './ecs';
import { elasticAudit } from './elastic-audit';
import { envoyAccess } from './envoy-access';
import { envoyAccessJson } from './envoy-access-json';
import { falco } from './falco';
import { falcoText } from './falco-text';
import { filePrefix } from './file-prefix';
import type { Format, ObjectFormat, TextFormat } from './format';
import { gcpDns } from './gcp-dns';
import { gcpFlow } from './gcp-flow';
import { gin } from './gin';
import { goLog } from './go-log';
import { googleAudit } from './google-audit';
import { googleLogEntry } from './google-log-entry';
import { haproxy } from './haproxy';
import { hubble } from './hubble';
import { hubbleCompact } from './hubble-compact';
import { iisW3c } from './iis-w3c';
import { iptables } from './iptables';
import { javaUtilLogging } from './java-util-logging';
import { journaldExport } from './journald-export';
import { journaldJson } from './journald-json';
import { journaldShort } from './journald-short';
import { journaldVerbose } from './journald-verbose';
import { json } from './json';
import { kernel } from './kernel';
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
import { login } from './login';
import { logind } from './logind';
import { logrusText } from './logrus-text';
import { mongodb } from './mongodb';
import { mongodbText } from './mongodb-text';
import { monthDay } from './month-day';
import { mysql } from './mysql';
import { nestjs } from './nestjs';
import { nginxError } from './nginx-error';
import { openVswitch } from './open-vswitch';
import { opensearchDocument } from './opensearch-document';
import { osloRequest } from './oslo-request';
import { otelLog } from './otel-log';
import { pam } from './pam';
import { phpFpmAccess } from './php-fpm-access';
import { podPrefix } from './pod-prefix';
import { postgres } from './postgres';
import { postgresCsv } from './postgres-csv';
import { proxyAccessJson } from './proxy-access-json';
import { redis } from './redis';
import { requestLine } from './request-line';
import { route53Resolver } from './route53-resolver';
import { rubyLogger } from './ruby-logger';
import { searchBulk } from './search-bulk';
import { searchHit } from './search-hit';
import { searchResponse } from './search-response';
import { serilog } from './serilog';
import { shellTrace } from './shell-trace';
import { shipperJson } from './shipper-json';
import { spark } from './spark';
import { sshd } from './sshd';
import { su } from './su';
import { sudo } from './sudo';
import { syslog3164 } from './syslog-3164';
import { syslog5424 } from './syslog-5424';
import { syslogRepeated } from './syslog-repeated';
import { systemd } from './systemd';
import { tetragon } from './tetragon';
import { timeOfDay } from './time-of-day';
import { timestamped } from './timestamped';
import { tracing } from './tracing';
import { tracingJson } from './tracing-json';
import { traefikAccessJson } from './traefik-access-json';
import { updateAlternatives } from './update-alternatives';
import { uvicornAccess } from './uvicorn-access';
import { uwsgi } from './uwsgi';
import { weblogic } from './weblogic';
import { zap } from './zap';
import { zapConsole } from './zap-console';
import { zeek } from './zeek';
import { zeekJson } from './zeek-json';
import { ztunnelAccess } from './ztunnel-access';

/** Formats read from text, most specific first: the reader asks in this order. */
export const TEXT_FORMATS: readonly TextFormat[] = [
  cri,
  openVswitch,
  ztunnelAccess,
  cloudwatchTail,
  cloudwatchExport,
  cloudCsv,
  kubectlTimestamps,
  kubectlBanner,
  kubectlPrefix,
  podPrefix,
  filePrefix,
  klog,
  auditd,
  updateAlternatives,
  hubbleCompact,
  alertTagged,
  falcoText,
  syslog5424,
  syslog3164,
  journaldShort,
  journaldVerbose,
  syslogRepeated,
  iptables,
  pam,
  sshd,
  sudo,
  su,
  login,
  accountChanges,
  logind,
  systemd,
  cron,
  kernel,
  awsVpcFlow,
  zeek,
  cicFlowMeter,
  coredns,
  envoyAccess,
  awsLoadBalancer,
  haproxy,
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
  shellTrace,
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
  calicoFlow,
  calicoGoldmane,
  gcpFlow,
  gcpDns,
  azureFlow,
  azureFlowTuple,
  route53Resolver,
  zeekJson,
  envoyAccessJson,
  traefikAccessJson,
  proxyAccessJson,
  caddyAccess,
  falco,
  tetragon,
  awsVpcFlowJson,
  journaldExport,
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
  tracingJson,
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
export { programOfCaller } from './klog-callers';
export { loneObject } from './lone-object';
export { plainObject } from './plain-object';
export { plainText } from './plain-text';
export { type Forced, NOTHING_FORCED, ReadContext, type Scope } from './read-context';
