import { accessLog } from './access-log';
import { accountChanges } from './account-changes';
import { alertTagged } from './alert-tagged';
import { antreaPolicy } from './antrea-policy';
import { apacheError } from './apache-error';
import { auditd } from './auditd';
import { awsLoadBalancer } from './aws-load-balancer';
import { awsVpcFlow } from './aws-vpc-flow';
import { capnslog } from './capnslog';
import { cicFlowMeter } from './cic-flow-meter';
import { cloudCsv } from './cloud-csv';
import { cloudwatchExport } from './cloudwatch-export';
import { cloudwatchTail } from './cloudwatch-tail';
import { composePrefix } from './compose-prefix';
import { coredns } from './coredns';
import { crash } from './crash';
import { cri } from './cri';
import { cron } from './cron';
import { dotnetConsole } from './dotnet-console';
import { envoyAccess } from './envoy-access';
import { falcoText } from './falco-text';
import { filePrefix } from './file-prefix';
import type { TextFormat } from './format';
import { gin } from './gin';
import { goLog } from './go-log';
import { haproxy } from './haproxy';
import { hubbleCompact } from './hubble-compact';
import { iisW3c } from './iis-w3c';
import { iptables } from './iptables';
import { javaUtilLogging } from './java-util-logging';
import { journaldShort } from './journald-short';
import { journaldVerbose } from './journald-verbose';
import { kernel } from './kernel';
import { klog } from './klog';
import { kubectlBanner } from './kubectl-banner';
import { kubectlPrefix } from './kubectl-prefix';
import { kubectlTimestamps } from './kubectl-timestamps';
import { kubernetesAuditText } from './kubernetes-audit-text';
import { kubernetesEventTable } from './kubernetes-event-table';
import { leveled } from './leveled';
import { logfmt } from './logfmt';
import { login } from './login';
import { loginRecords } from './login-records';
import { logind } from './logind';
import { logrusText } from './logrus-text';
import { mongodbText } from './mongodb-text';
import { monthDay } from './month-day';
import { mysql } from './mysql';
import { nestjs } from './nestjs';
import { nginxError } from './nginx-error';
import { openVswitch } from './open-vswitch';
import { osloRequest } from './oslo-request';
import { pam } from './pam';
import { phpFpmAccess } from './php-fpm-access';
import { podPrefix } from './pod-prefix';
import { postgres } from './postgres';
import { postgresCsv } from './postgres-csv';
import { redis } from './redis';
import { requestLine } from './request-line';
import { rubyLogger } from './ruby-logger';
import { shellTrace } from './shell-trace';
import { spark } from './spark';
import { sshd } from './sshd';
import { su } from './su';
import { sudo } from './sudo';
import { syslog3164 } from './syslog-3164';
import { syslog5424 } from './syslog-5424';
import { syslogRepeated } from './syslog-repeated';
import { systemd } from './systemd';
import { systemdConsole } from './systemd-console';
import { tcpdump } from './tcpdump';
import { timeOfDay } from './time-of-day';
import { timestamped } from './timestamped';
import { tracing } from './tracing';
import { updateAlternatives } from './update-alternatives';
import { uvicornAccess } from './uvicorn-access';
import { uwsgi } from './uwsgi';
import { weblogic } from './weblogic';
import { zapConsole } from './zap-console';
import { zeek } from './zeek';
import { ztunnelAccess } from './ztunnel-access';

/** Formats read from text, most specific first: the reader asks in this order. */
export const TEXT_FORMATS: readonly TextFormat[] = [
  cri,
  openVswitch,
  ztunnelAccess,
  cloudwatchTail,
  cloudwatchExport,
  cloudCsv,
  kubernetesAuditText,
  kubectlTimestamps,
  kubectlBanner,
  kubernetesEventTable,
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
  loginRecords,
  accountChanges,
  logind,
  systemd,
  systemdConsole,
  cron,
  kernel,
  awsVpcFlow,
  antreaPolicy,
  tcpdump,
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
