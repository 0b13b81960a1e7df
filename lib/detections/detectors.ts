import type { Detector } from './detector';
import { allSecretsListed } from './detectors/all-secrets-listed';
import { anonymousAccess } from './detectors/anonymous-access';
import { beaconing } from './detectors/beaconing';
import { cloudMetadata } from './detectors/cloud-metadata';
import { clusterSettingsChanged } from './detectors/cluster-settings-changed';
import { crashLoops } from './detectors/crash-loops';
import { dangerousPods } from './detectors/dangerous-pods';
import { deniedBurst } from './detectors/denied-burst';
import { dnsTunnel } from './detectors/dns-tunnel';
import { errorSpike } from './detectors/error-spike';
import { firstSensitiveRequest } from './detectors/first-sensitive-request';
import { firstWayOut } from './detectors/first-way-out';
import { hostSweep } from './detectors/host-sweep';
import { identityElsewhere } from './detectors/identity-elsewhere';
import { impersonation } from './detectors/impersonation';
import { logGap } from './detectors/log-gap';
import { longConnections } from './detectors/long-connections';
import { massDeletion } from './detectors/mass-deletion';
import { missingStages } from './detectors/missing-stages';
import { newConnection } from './detectors/new-connection';
import { newImages } from './detectors/new-images';
import { newKindsAsked } from './detectors/new-kinds-asked';
import { newPrograms } from './detectors/new-programs';
import { newRuntimeAlerts } from './detectors/new-runtime-alerts';
import { outwardTransfer } from './detectors/outward-transfer';
import { portScan } from './detectors/port-scan';
import { powerGivenAway } from './detectors/power-given-away';
import { refusedRequests } from './detectors/refused-requests';
import { secretSweep } from './detectors/secret-sweep';
import { sshBreakIn } from './detectors/ssh-break-in';
import { tellingCommandsInPods } from './detectors/telling-commands-in-pods';
import { tracesRemoved } from './detectors/traces-removed';
import { unlikeSiblings } from './detectors/unlike-siblings';
import { volumeChange } from './detectors/volume-change';

/** All detectors, in the order in which the help page lists them. */
export const DETECTORS: readonly Detector[] = [
  firstSensitiveRequest,
  newKindsAsked,
  identityElsewhere,
  refusedRequests,
  secretSweep,
  allSecretsListed,
  powerGivenAway,
  dangerousPods,
  tellingCommandsInPods,
  anonymousAccess,
  impersonation,
  clusterSettingsChanged,
  massDeletion,
  newImages,
  sshBreakIn,
  newRuntimeAlerts,
  newPrograms,
  tracesRemoved,
  crashLoops,
  unlikeSiblings,
  beaconing,
  portScan,
  hostSweep,
  newConnection,
  firstWayOut,
  cloudMetadata,
  outwardTransfer,
  longConnections,
  dnsTunnel,
  deniedBurst,
  errorSpike,
  volumeChange,
  logGap,
  missingStages,
];
