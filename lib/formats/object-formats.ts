import { awsNetworkPolicy } from './aws-network-policy';
import { awsVpcFlowJson } from './aws-vpc-flow-json';
import { azureActivity } from './azure-activity';
import { azureDiagnostic } from './azure-diagnostic';
import { azureFlow } from './azure-flow';
import { azureFlowTuple } from './azure-flow-tuple';
import { azureRecords } from './azure-records';
import { bunyan } from './bunyan';
import { caddyAccess } from './caddy-access';
import { calicoFlow } from './calico-flow';
import { calicoGoldmane } from './calico-goldmane';
import { cloudnativePg } from './cloudnative-pg';
import { cloudtrail } from './cloudtrail';
import { cloudwatchControl } from './cloudwatch-control';
import { cloudwatchEvent } from './cloudwatch-event';
import { cloudwatchInsights } from './cloudwatch-insights';
import { cloudwatchResult } from './cloudwatch-result';
import { cloudwatchSubscription } from './cloudwatch-subscription';
import { dockerJson } from './docker-json';
import { ecs } from './ecs';
import { elasticAudit } from './elastic-audit';
import { envoyAccessJson } from './envoy-access-json';
import { falco } from './falco';
import { filebeat } from './filebeat';
import type { ObjectFormat } from './format';
import { gcpDns } from './gcp-dns';
import { gcpFlow } from './gcp-flow';
import { googleAudit } from './google-audit';
import { googleLogEntry } from './google-log-entry';
import { hubble } from './hubble';
import { journaldExport } from './journald-export';
import { journaldJson } from './journald-json';
import { json } from './json';
import { klogJson } from './klog-json';
import { kubernetesAudit } from './kubernetes-audit';
import { kubernetesEvent } from './kubernetes-event';
import { kubernetesList } from './kubernetes-list';
import { kubernetesObject } from './kubernetes-object';
import { logAnalytics } from './log-analytics';
import { logAnalyticsResult } from './log-analytics-result';
import { mongodb } from './mongodb';
import { ocsfNetwork } from './ocsf-network';
import { opensearchDocument } from './opensearch-document';
import { osquery } from './osquery';
import { otelLog } from './otel-log';
import { proxyAccessJson } from './proxy-access-json';
import { rancherAudit } from './rancher-audit';
import { route53Resolver } from './route53-resolver';
import { searchBulk } from './search-bulk';
import { searchHit } from './search-hit';
import { searchResponse } from './search-response';
import { serilog } from './serilog';
import { shipperJson } from './shipper-json';
import { suricata } from './suricata';
import { tetragon } from './tetragon';
import { tracee } from './tracee';
import { tracingJson } from './tracing-json';
import { traefikAccessJson } from './traefik-access-json';
import { wazuhAlert } from './wazuh-alert';
import { zap } from './zap';
import { zeekJson } from './zeek-json';

/** Formats read from a JSON object, most specific first. */
export const OBJECT_FORMATS: readonly ObjectFormat[] = [
  elasticAudit,
  shipperJson,
  filebeat,
  dockerJson,
  cloudwatchEvent,
  cloudwatchSubscription,
  cloudwatchControl,
  cloudwatchInsights,
  cloudwatchResult,
  kubernetesAudit,
  rancherAudit,
  hubble,
  calicoFlow,
  calicoGoldmane,
  gcpFlow,
  gcpDns,
  azureFlow,
  azureFlowTuple,
  route53Resolver,
  ocsfNetwork,
  zeekJson,
  envoyAccessJson,
  traefikAccessJson,
  proxyAccessJson,
  caddyAccess,
  falco,
  tetragon,
  tracee,
  osquery,
  suricata,
  wazuhAlert,
  awsNetworkPolicy,
  awsVpcFlowJson,
  journaldExport,
  azureRecords,
  azureDiagnostic,
  azureActivity,
  logAnalytics,
  logAnalyticsResult,
  googleLogEntry,
  searchHit,
  searchBulk,
  searchResponse,
  opensearchDocument,
  kubernetesList,
  googleAudit,
  cloudtrail,
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
