import { accessLog } from './access-log';
import { awsVpcFlow } from './aws-vpc-flow';
import { awsVpcFlowJson } from './aws-vpc-flow-json';
import { azureFlow } from './azure-flow';
import { azureFlowTuple } from './azure-flow-tuple';
import { bunyan } from './bunyan';
import { caddyAccess } from './caddy-access';
import { calicoFlow } from './calico-flow';
import { calicoGoldmane } from './calico-goldmane';
import { capnslog } from './capnslog';
import { cicFlowMeter } from './cic-flow-meter';
import { composePrefix } from './compose-prefix';
import { coredns } from './coredns';
import { cri } from './cri';
import { dockerJson } from './docker-json';
import { ecs } from './ecs';
import { envoyAccess } from './envoy-access';
import { envoyAccessJson } from './envoy-access-json';
import type { ObjectFormat, TextFormat } from './format';
import { gcpFlow } from './gcp-flow';
import { goLog } from './go-log';
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
import { kubectlTimestamps } from './kubectl-timestamps';
import { kubernetesAudit } from './kubernetes-audit';
import { kubernetesEvent } from './kubernetes-event';
import { kubernetesObject } from './kubernetes-object';
import { leveled } from './leveled';
import { logfmt } from './logfmt';
import { openVswitch } from './open-vswitch';
import { otelLog } from './otel-log';
import { proxyAccessJson } from './proxy-access-json';
import { route53Resolver } from './route53-resolver';
import { serilog } from './serilog';
import { shipperJson } from './shipper-json';
import { spark } from './spark';
import { syslog3164 } from './syslog-3164';
import { timestamped } from './timestamped';
import { traefikAccessJson } from './traefik-access-json';
import { zap } from './zap';
import { zeek } from './zeek';
import { zeekJson } from './zeek-json';
import { ztunnelAccess } from './ztunnel-access';

/** Formats read from text, most specific first: the reader asks in this order. */
export const TEXT_FORMATS: readonly TextFormat[] = [
  cri,
  openVswitch,
  ztunnelAccess,
  kubectlTimestamps,
  kubectlBanner,
  klog,
  hubbleCompact,
  syslog3164,
  journaldShort,
  awsVpcFlow,
  zeek,
  cicFlowMeter,
  coredns,
  iptables,
  envoyAccess,
  haproxy,
  accessLog,
  capnslog,
  goLog,
  spark,
  timestamped,
  logfmt,
  leveled,
  composePrefix,
];

/** Formats read from a JSON object, most specific first. */
export const OBJECT_FORMATS: readonly ObjectFormat[] = [
  shipperJson,
  dockerJson,
  kubernetesAudit,
  hubble,
  calicoFlow,
  calicoGoldmane,
  gcpFlow,
  azureFlow,
  azureFlowTuple,
  route53Resolver,
  zeekJson,
  envoyAccessJson,
  traefikAccessJson,
  proxyAccessJson,
  caddyAccess,
  awsVpcFlowJson,
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
export { plainObject } from './plain-object';
export { plainText } from './plain-text';
export { ReadContext, type Scope } from './read-context';
