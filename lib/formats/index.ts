import { accessLog } from './access-log';
import { apacheError } from './apache-error';
import { awsVpcFlow } from './aws-vpc-flow';
import { awsVpcFlowJson } from './aws-vpc-flow-json';
import { bunyan } from './bunyan';
import { caddyAccess } from './caddy-access';
import { capnslog } from './capnslog';
import { cloudnativePg } from './cloudnative-pg';
import { composePrefix } from './compose-prefix';
import { coredns } from './coredns';
import { crash } from './crash';
import { cri } from './cri';
import { dockerJson } from './docker-json';
import { dotnetConsole } from './dotnet-console';
import { ecs } from './ecs';
import { filePrefix } from './file-prefix';
import type { ObjectFormat, TextFormat } from './format';
import { gin } from './gin';
import { goLog } from './go-log';
import { hubble } from './hubble';
import { iisW3c } from './iis-w3c';
import { javaUtilLogging } from './java-util-logging';
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
import { mongodb } from './mongodb';
import { mongodbText } from './mongodb-text';
import { mysql } from './mysql';
import { nestjs } from './nestjs';
import { nginxError } from './nginx-error';
import { osloRequest } from './oslo-request';
import { otelLog } from './otel-log';
import { phpFpmAccess } from './php-fpm-access';
import { podPrefix } from './pod-prefix';
import { postgres } from './postgres';
import { postgresCsv } from './postgres-csv';
import { redis } from './redis';
import { requestLine } from './request-line';
import { rubyLogger } from './ruby-logger';
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
  kubectlTimestamps,
  kubectlBanner,
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
  logfmt,
  leveled,
  crash,
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
export { plainObject } from './plain-object';
export { plainText } from './plain-text';
export { ReadContext, type Scope } from './read-context';
