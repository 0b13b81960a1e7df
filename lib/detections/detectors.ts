import type { Detector } from './detector';
import { beaconing } from './detectors/beaconing';
import { cloudMetadata } from './detectors/cloud-metadata';
import { deniedBurst } from './detectors/denied-burst';
import { dnsTunnel } from './detectors/dns-tunnel';
import { errorSpike } from './detectors/error-spike';
import { hostSweep } from './detectors/host-sweep';
import { logGap } from './detectors/log-gap';
import { newConnection } from './detectors/new-connection';
import { outwardTransfer } from './detectors/outward-transfer';
import { portScan } from './detectors/port-scan';
import { secretSweep } from './detectors/secret-sweep';

/** All detectors, in the order in which the help page lists them. */
export const DETECTORS: readonly Detector[] = [
  secretSweep,
  beaconing,
  portScan,
  hostSweep,
  newConnection,
  cloudMetadata,
  outwardTransfer,
  dnsTunnel,
  deniedBurst,
  errorSpike,
  logGap,
];
