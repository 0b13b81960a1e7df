import { accessLog } from './access-log';
import { awsVpcFlow } from './aws-vpc-flow';
import { awsVpcFlowJson } from './aws-vpc-flow-json';
import { bunyan } from './bunyan';
import { capnslog } from './capnslog';
import { composePrefix } from './compose-prefix';
import { coredns } from './coredns';
import { cri } from './cri';
import { dockerJson } from './docker-json';
import { ecs } from './ecs';
import type { Format, ObjectFormat, TextFormat } from './format';
import { goLog } from './go-log';
import { hubble } from './hubble';
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
import { otelLog } from './otel-log';
import { serilog } from './serilog';
import { shipperJson } from './shipper-json';
import { spark } from './spark';
import { syslog3164 } from './syslog-3164';
import { timestamped } from './timestamped';
import { zap } from './zap';

/** Formats read from text, most specific first: the reader asks in this order. */
export const TEXT_FORMATS: readonly TextFormat[] = [
  cri,
  kubectlTimestamps,
  kubectlBanner,
  klog,
  syslog3164,
  journaldShort,
  awsVpcFlow,
  coredns,
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
export { plainObject } from './plain-object';
export { plainText } from './plain-text';
export { type Forced, NOTHING_FORCED, ReadContext, type Scope } from './read-context';
