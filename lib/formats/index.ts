import { accessLog } from './access-log';
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
import { envoyAccess } from './envoy-access';
import { envoyAccessJson } from './envoy-access-json';
import type { ObjectFormat, TextFormat } from './format';
import { gcpDns } from './gcp-dns';
import { gcpFlow } from './gcp-flow';
import { goLog } from './go-log';
import { googleAudit } from './google-audit';
import { googleLogEntry } from './google-log-entry';
import { haproxy } from './haproxy';
import { hubble } from './hubble';
import { hubbleCompact } from './hubble-compact';
import { iptables } from './iptables';
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
import { openVswitch } from './open-vswitch';
import { opensearchDocument } from './opensearch-document';
import { otelLog } from './otel-log';
import { proxyAccessJson } from './proxy-access-json';
import { route53Resolver } from './route53-resolver';
import { searchBulk } from './search-bulk';
import { searchHit } from './search-hit';
import { searchResponse } from './search-response';
import { serilog } from './serilog';
import { shipperJson } from './shipper-json';
import { spark } from './spark';
import { syslog3164 } from './syslog-3164';
import { timestamped } from './timestamped';
import { traefikAccessJson } from './traefik-access-json';
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
  klog,
  hubbleCompact,
  syslog3164,
  journaldShort,
  iptables,
  awsVpcFlow,
  zeek,
  cicFlowMeter,
  coredns,
  envoyAccess,
  awsLoadBalancer,
  haproxy,
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
