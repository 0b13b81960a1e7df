/**
 * Who asks the API server, as clauses of the query language. Sources: k8s.io/kubernetes, cmd/kube-controller-manager/names (the
 * accounts of its loops), and the identities under which EKS, AKS, GKE and OpenShift run their own parts.
 */

/**
 * All but the control plane and the platform itself: what these do follows from what others ask for. An account that somebody
 * made in kube-system is no controller by its namespace alone.
 */
export const WITH_OWN_WILL =
  '-user:/^(system:(node:|kube-|apiserver|aggregator|openshift-|serviceaccount:(openshift|kube-system:(.*(controller|collector|provisioner|publisher|protection|protection-finalizer|cleaner|binder|signer|autoscaler|cloud-provider)$)))|eks:|aksService$|gke-|container-engine-robot|masterclient$)/';

/** Accounts of workloads without those of the platform. */
export const WORKLOADS = `user:system\\:serviceaccount\\:* ${WITH_OWN_WILL}`;

/** The namespaces of the platform, which people who deploy have no business in. */
export const SYSTEM_NAMESPACES =
  'namespace:(kube-system or kube-public or kube-node-lease or gke-system or openshift-*)';
