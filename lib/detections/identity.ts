const ACCOUNT = 'system:serviceaccount:';
const SYSTEM_ACCOUNT = /^system:serviceaccount:kube-system:/;
/**
 * Accounts of the loops that run inside kube-controller-manager and the clouds' own (k8s.io/kubernetes,
 * cmd/kube-controller-manager/names), which do whatever the cluster's objects make them do.
 */
const CONTROLLER_ACCOUNT =
  /^system:serviceaccount:kube-system:(?:.*-controller|.*-protection|.*-cleaner|generic-garbage-collector|horizontal-pod-autoscaler|root-ca-cert-publisher|.*-publisher|bootstrap-signer|persistent-volume-binder|.*-provisioner|cloud-provider|namespace-controller)$/;
const ANONYMOUS: ReadonlySet<string> = new Set(['system:anonymous', 'system:unauthenticated']);
/** Controllers of managed clusters: EKS, AKS, GKE. */
const PROVIDER = /^(?:eks:|aksService$|gke-|container-engine-robot|system:gke-|system:clustermetrics$)/;

export type Identity = 'person' | 'workload' | 'node' | 'controller' | 'anonymous';

/**
 * What kind of identity a user of the API is. `controller`: the control plane itself, whose requests follow from the objects
 * that others make; `person`: whoever is none of the system's, so also a robot with a certificate or a cloud identity.
 */
export function identityOf(user: string): Identity {
  if (ANONYMOUS.has(user)) return 'anonymous';
  if (user.startsWith('system:node:')) return 'node';
  if (user.startsWith(ACCOUNT)) return CONTROLLER_ACCOUNT.test(user) ? 'controller' : 'workload';
  return user.startsWith('system:') || PROVIDER.test(user) ? 'controller' : 'person';
}

/** Whether what a user does says something about whoever has its credentials. */
export function hasOwnWill(user: string): boolean {
  const identity = identityOf(user);
  return identity === 'person' || identity === 'workload' || identity === 'anonymous';
}

/** `shop/web` of `system:serviceaccount:shop:web`; other users as they are. */
export function shownUser(user: string): string {
  return user.startsWith(ACCOUNT) ? `service account ${user.slice(ACCOUNT.length).replace(':', '/')}` : user;
}

/** Whether it is an account of the system's own namespace. */
export function isSystemAccount(user: string): boolean {
  return SYSTEM_ACCOUNT.test(user);
}
