import { apiserverAudit } from './apiserver-audit';
import { awsLogBucket } from './aws-log-bucket';
import { azureInsights } from './azure-insights';
import { cloudwatchStreams } from './cloudwatch-streams';
import { clusterInfoDump } from './cluster-info-dump';
import { dockerContainers } from './docker-containers';
import { gcsSink } from './gcs-sink';
import { hostLogs } from './host-logs';
import { insightsArchive } from './insights-archive';
import { kindExport } from './kind-export';
import { type Identity, type Layout, NOWHERE } from './layout';
import { mustGather } from './must-gather';
import { nodeAgents } from './node-agents';
import { nodeDistributions } from './node-distributions';
import { podFile } from './pod-file';
import { sosreport } from './sosreport';
import { supportBundle } from './support-bundle';
import { talosSupport } from './talos-support';
import { varLogContainers } from './var-log-containers';
import { varLogPods } from './var-log-pods';

export { type Identity, type Layout, type LayoutExample, NOWHERE } from './layout';
export { type Rotation, rotationOf } from './rotation';

/** Every known layout, the most specific first: an earlier one's word stands against a later one's. */
export const LAYOUTS: readonly Layout[] = [
  varLogPods,
  varLogContainers,
  mustGather,
  supportBundle,
  insightsArchive,
  clusterInfoDump,
  dockerContainers,
  cloudwatchStreams,
  awsLogBucket,
  azureInsights,
  gcsSink,
  talosSupport,
  sosreport,
  nodeDistributions,
  nodeAgents,
  apiserverAudit,
  kindExport,
  hostLogs,
  podFile,
];

/** What a file's path tells about everything in it: the words of all layouts that know it, the most specific first. */
export function identify(path: string): Identity {
  const identity: Identity = { ...NOWHERE };
  for (const layout of LAYOUTS) {
    const told = layout.read(path);
    if (told !== null) fillIn(identity, told);
  }
  return identity;
}

function fillIn(identity: Identity, told: Partial<Identity>): void {
  identity.cluster ??= told.cluster ?? null;
  identity.node ??= told.node ?? null;
  identity.namespace ??= told.namespace ?? null;
  identity.pod ??= told.pod ?? null;
  identity.container ??= told.container ?? null;
  identity.component ??= told.component ?? null;
  identity.unit ??= told.unit ?? null;
  identity.restart ??= told.restart ?? null;
}
