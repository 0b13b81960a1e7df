import { administrators } from './administrators';
import { backgroundWork } from './background-work';
import { balancerChecks } from './balancer-checks';
import { controlPlaneWords } from './control-plane-words';
import { controllers } from './controllers';
import { databases } from './databases';
import { edgeTraffic } from './edge-traffic';
import { expiringCertificate } from './expiring-certificate';
import { healthChecks } from './health-checks';
import { internetScanners } from './internet-scanners';
import { kubelets } from './kubelets';
import { machineChores } from './machine-chores';
import { memoryShortage } from './memory-shortage';
import { misconfiguredController } from './misconfigured-controller';
import { nameLookups } from './name-lookups';
import { nodeReboot } from './node-reboot';
import { noisyQueue } from './noisy-queue';
import { operators } from './operators';
import { peopleAtWork } from './people-at-work';
import { repositoryPolling } from './repository-polling';
import { rollouts } from './rollouts';
import type { Routine } from './routine';
import { runtimeNotices } from './runtime-notices';
import { scheduledJobs } from './scheduled-jobs';
import { scrapes } from './scrapes';
import { shopVisitors } from './shop-visitors';

export { pipelineOf } from './rollouts';

/** Everything that happens in the cluster every day, in no particular order: each has chance of its own. */
export const ROUTINES: readonly Routine[] = [
  shopVisitors,
  internetScanners,
  backgroundWork,
  noisyQueue,
  databases,
  scrapes,
  healthChecks,
  nameLookups,
  controllers,
  kubelets,
  controlPlaneWords,
  operators,
  repositoryPolling,
  balancerChecks,
  memoryShortage,
  misconfiguredController,
  expiringCertificate,
  peopleAtWork,
  rollouts,
  scheduledJobs,
  runtimeNotices,
  nodeReboot,
  administrators,
  machineChores,
  edgeTraffic,
];
