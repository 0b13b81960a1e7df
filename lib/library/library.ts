import { actingAsAnother } from './hunts/acting-as-another';
import { anonymousAccess } from './hunts/anonymous-access';
import { callsHome } from './hunts/calls-home';
import { clusterHooks } from './hunts/cluster-hooks';
import { commandsInPods } from './hunts/commands-in-pods';
import { controlPlaneUnwell } from './hunts/control-plane-unwell';
import { credentialsRefused } from './hunts/credentials-refused';
import { dataSentOut } from './hunts/data-sent-out';
import { exploitStrings } from './hunts/exploit-strings';
import { exploitedErrors } from './hunts/exploited-errors';
import { exposedServices } from './hunts/exposed-services';
import { failingAndSlow } from './hunts/failing-and-slow';
import { hiddenWorkloads } from './hunts/hidden-workloads';
import { leftOnNodes } from './hunts/left-on-nodes';
import { logsRemoved } from './hunts/logs-removed';
import { machinesExhausted } from './hunts/machines-exhausted';
import { namesAsTunnel } from './hunts/names-as-tunnel';
import { permissionProbing } from './hunts/permission-probing';
import { podsThatDoNotRun } from './hunts/pods-that-do-not-run';
import { podsWithTheirNode } from './hunts/pods-with-their-node';
import { reachingForControl } from './hunts/reaching-for-control';
import { refusedLogins } from './hunts/refused-logins';
import { rightsGiven } from './hunts/rights-given';
import { runAsRoot } from './hunts/run-as-root';
import { runtimeAlerts } from './hunts/runtime-alerts';
import { scans } from './hunts/scans';
import { secretsTaken } from './hunts/secrets-taken';
import { sshGuessing } from './hunts/ssh-guessing';
import { tokensAndCertificates } from './hunts/tokens-and-certificates';
import { tokensInOtherHands } from './hunts/tokens-in-other-hands';
import { tracesDeleted } from './hunts/traces-deleted';
import { unusualImages } from './hunts/unusual-images';
import type { ReadyHunt } from './ready-hunt';

/** All hunts that are ready to be run, by type, and in the order in which an intrusion would go. */
export const LIBRARY: readonly ReadyHunt[] = [
  exploitStrings,
  exploitedErrors,
  refusedLogins,
  failingAndSlow,

  runtimeAlerts,
  sshGuessing,
  runAsRoot,
  leftOnNodes,
  logsRemoved,
  machinesExhausted,

  unusualImages,
  credentialsRefused,
  podsThatDoNotRun,
  controlPlaneUnwell,

  anonymousAccess,
  commandsInPods,
  tokensInOtherHands,
  permissionProbing,
  secretsTaken,
  actingAsAnother,
  rightsGiven,
  podsWithTheirNode,
  tokensAndCertificates,
  hiddenWorkloads,
  clusterHooks,
  exposedServices,
  tracesDeleted,

  reachingForControl,
  scans,
  callsHome,
  namesAsTunnel,
  dataSentOut,
];
