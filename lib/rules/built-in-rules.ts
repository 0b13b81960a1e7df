import { accountFromOutside } from './built-in/account-from-outside';
import { admissionChanged } from './built-in/admission-changed';
import { admissionWebhookMade } from './built-in/admission-webhook-made';
import { allOfAKindDeleted } from './built-in/all-of-a-kind-deleted';
import { allSecretsTaken } from './built-in/all-secrets-taken';
import { anonymousAccessWorked } from './built-in/anonymous-access-worked';
import { anonymousFromOutside } from './built-in/anonymous-from-outside';
import { apiCredentialsRefused } from './built-in/api-credentials-refused';
import { apiCredentialsTried } from './built-in/api-credentials-tried';
import { attackToolClient } from './built-in/attack-tool-client';
import { attackToolImage } from './built-in/attack-tool-image';
import { certificateApproved } from './built-in/certificate-approved';
import { clientCertificateRequested } from './built-in/client-certificate-requested';
import { cloudIdentityInPod } from './built-in/cloud-identity-in-pod';
import { clusterLoginsChanged } from './built-in/cluster-logins-changed';
import { clusterNamesChanged } from './built-in/cluster-names-changed';
import { codeInRequest } from './built-in/code-in-request';
import { commandsByWorkloads } from './built-in/commands-by-workloads';
import { commandsInPods } from './built-in/commands-in-pods';
import { commandsInSystemPods } from './built-in/commands-in-system-pods';
import { containerAdded } from './built-in/container-added';
import { controlPlaneLeftOpen } from './built-in/control-plane-left-open';
import { daemonsetMade } from './built-in/daemonset-made';
import { dangerousCapabilitiesPod } from './built-in/dangerous-capabilities-pod';
import { dangerousPodOfWorkload } from './built-in/dangerous-pod-of-workload';
import { debugContainer } from './built-in/debug-container';
import { downloadInPod } from './built-in/download-in-pod';
import { droppedProgramRun } from './built-in/dropped-program-run';
import { escapeInPod } from './built-in/escape-in-pod';
import { escapeSeenAtRuntime } from './built-in/escape-seen-at-runtime';
import { etcdClientRefused } from './built-in/etcd-client-refused';
import { etcdReachedByPod } from './built-in/etcd-reached-by-pod';
import { eventsDeleted } from './built-in/events-deleted';
import { everybodyBound } from './built-in/everybody-bound';
import { filesCopiedOutOfPod } from './built-in/files-copied-out-of-pod';
import { foreignResolverAsked } from './built-in/foreign-resolver-asked';
import { frameworkExploited } from './built-in/framework-exploited';
import { hostNetworkPod } from './built-in/host-network-pod';
import { hostPath } from './built-in/host-path';
import { hostProcessesPod } from './built-in/host-processes-pod';
import { ingressWithoutTls } from './built-in/ingress-without-tls';
import { kernelModuleLoaded } from './built-in/kernel-module-loaded';
import { kindsListed } from './built-in/kinds-listed';
import { kubeletReachedByPod } from './built-in/kubelet-reached-by-pod';
import { kubeletThroughProxy } from './built-in/kubelet-through-proxy';
import { loginKeyAdded } from './built-in/login-key-added';
import { lookupInjected } from './built-in/lookup-injected';
import { madeInSystemNamespace } from './built-in/made-in-system-namespace';
import { manyKindsListed } from './built-in/many-kinds-listed';
import { metadataAskedByHand } from './built-in/metadata-asked-by-hand';
import { minerRun } from './built-in/miner-run';
import { miningPoolLookedUp } from './built-in/mining-pool-looked-up';
import { namespaceHandedOver } from './built-in/namespace-handed-over';
import { ownRightsAsked } from './built-in/own-rights-asked';
import { pathsClimbed } from './built-in/paths-climbed';
import { portForward } from './built-in/port-forward';
import { portOfNodesOpened } from './built-in/port-of-nodes-opened';
import { powerfulRoleBound } from './built-in/powerful-role-bound';
import { privateFileServed } from './built-in/private-file-served';
import { privilegedIdentityImpersonated } from './built-in/privileged-identity-impersonated';
import { privilegedPod } from './built-in/privileged-pod';
import { programInMemoryRun } from './built-in/program-in-memory-run';
import { rawPacketsInContainer } from './built-in/raw-packets-in-container';
import { refusedFromOutside } from './built-in/refused-from-outside';
import { refusedOftenFromOutside } from './built-in/refused-often-from-outside';
import { reverseShellRun } from './built-in/reverse-shell-run';
import { rightsChanged } from './built-in/rights-changed';
import { rightsChangedByWorkload } from './built-in/rights-changed-by-workload';
import { rightsThenWorkload } from './built-in/rights-then-workload';
import { roleReachingKubelets } from './built-in/role-reaching-kubelets';
import { roleThatHandsOutRights } from './built-in/role-that-hands-out-rights';
import { roleThatWrites } from './built-in/role-that-writes';
import { roleWidened } from './built-in/role-widened';
import { roleWithEverything } from './built-in/role-with-everything';
import { rootPod } from './built-in/root-pod';
import { runtimeSocketReached } from './built-in/runtime-socket-reached';
import { scannerAtWork } from './built-in/scanner-at-work';
import { scheduledJobChanged } from './built-in/scheduled-job-changed';
import { secretAsked } from './built-in/secret-asked';
import { secretReadByHand } from './built-in/secret-read-by-hand';
import { secretReadByScript } from './built-in/secret-read-by-script';
import { secretRefused } from './built-in/secret-refused';
import { secretsGuessed } from './built-in/secrets-guessed';
import { secretsOneByOne } from './built-in/secrets-one-by-one';
import { sensitiveHostPath } from './built-in/sensitive-host-path';
import { serverStartedShell } from './built-in/server-started-shell';
import { serviceLeftOnNode } from './built-in/service-left-on-node';
import { servicesListedByDns } from './built-in/services-listed-by-dns';
import { shellSeenInContainer } from './built-in/shell-seen-in-container';
import { shellToOutside } from './built-in/shell-to-outside';
import { sshGuessed } from './built-in/ssh-guessed';
import { sshGuessedRight } from './built-in/ssh-guessed-right';
import { sshLogin } from './built-in/ssh-login';
import { sshLoginFromInternet } from './built-in/ssh-login-from-internet';
import { sshNameTried } from './built-in/ssh-name-tried';
import { sshRefused } from './built-in/ssh-refused';
import { staticPodLeft } from './built-in/static-pod-left';
import { sudoRefused } from './built-in/sudo-refused';
import { systemRoleChanged } from './built-in/system-role-changed';
import { tokenFileRead } from './built-in/token-file-read';
import { tokenMinted } from './built-in/token-minted';
import { tokenReadInPod } from './built-in/token-read-in-pod';
import { tracesWiped } from './built-in/traces-wiped';
import { tunnelLookedUp } from './built-in/tunnel-looked-up';
import { userMadeOnNode } from './built-in/user-made-on-node';
import { watcherStopped } from './built-in/watcher-stopped';
import { workloadFetchesProgram } from './built-in/workload-fetches-program';
import { workloadMade } from './built-in/workload-made';
import type { BuiltInCorrelation, BuiltInRule } from './built-in-rule';

/** All rules of Trackway's own, by type, and in the order in which an intrusion would go. */
export const BUILT_IN_RULES: readonly (BuiltInRule | BuiltInCorrelation)[] = [
  // Requests to the API server.
  commandsInPods,
  commandsByWorkloads,
  commandsInSystemPods,
  tokenReadInPod,
  shellToOutside,
  downloadInPod,
  cloudIdentityInPod,
  escapeInPod,
  filesCopiedOutOfPod,
  portForward,
  allSecretsTaken,
  secretAsked,
  secretsOneByOne,
  secretRefused,
  secretsGuessed,
  secretReadByHand,
  secretReadByScript,
  powerfulRoleBound,
  namespaceHandedOver,
  everybodyBound,
  roleWithEverything,
  roleThatHandsOutRights,
  roleReachingKubelets,
  roleWidened,
  roleThatWrites,
  systemRoleChanged,
  rightsChangedByWorkload,
  rightsChanged,
  workloadMade,
  rightsThenWorkload,
  tokenMinted,
  clientCertificateRequested,
  certificateApproved,
  privilegedIdentityImpersonated,
  anonymousAccessWorked,
  anonymousFromOutside,
  portOfNodesOpened,
  ingressWithoutTls,
  refusedFromOutside,
  refusedOftenFromOutside,
  ownRightsAsked,
  kindsListed,
  manyKindsListed,
  attackToolClient,
  kubeletThroughProxy,
  privilegedPod,
  hostProcessesPod,
  hostNetworkPod,
  dangerousCapabilitiesPod,
  rootPod,
  sensitiveHostPath,
  hostPath,
  dangerousPodOfWorkload,
  madeInSystemNamespace,
  daemonsetMade,
  scheduledJobChanged,
  workloadFetchesProgram,
  debugContainer,
  containerAdded,
  admissionWebhookMade,
  admissionChanged,
  clusterNamesChanged,
  clusterLoginsChanged,
  eventsDeleted,
  allOfAKindDeleted,
  accountFromOutside,
  attackToolImage,
  // What runs on nodes and in containers.
  shellSeenInContainer,
  droppedProgramRun,
  escapeSeenAtRuntime,
  programInMemoryRun,
  serverStartedShell,
  reverseShellRun,
  tokenFileRead,
  metadataAskedByHand,
  minerRun,
  miningPoolLookedUp,
  sshRefused,
  sshNameTried,
  sshLogin,
  sshLoginFromInternet,
  tracesWiped,
  watcherStopped,
  loginKeyAdded,
  userMadeOnNode,
  sudoRefused,
  serviceLeftOnNode,
  staticPodLeft,
  kernelModuleLoaded,
  rawPacketsInContainer,
  apiCredentialsRefused,
  etcdClientRefused,
  controlPlaneLeftOpen,
  lookupInjected,
  pathsClimbed,
  codeInRequest,
  privateFileServed,
  scannerAtWork,
  frameworkExploited,
  kubeletReachedByPod,
  etcdReachedByPod,
  runtimeSocketReached,
  servicesListedByDns,
  tunnelLookedUp,
  foreignResolverAsked,
  sshGuessed,
  sshGuessedRight,
  apiCredentialsTried,
];
