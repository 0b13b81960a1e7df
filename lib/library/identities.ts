/**
 * Who asks the API server, as clauses of the query language. Sources: k8s.io/kubernetes, cmd/kube-controller-manager/names (the
 * accounts of its loops), and the identities under which EKS, AKS, GKE and OpenShift run their own parts.
 */

/**
 * The control plane and the platform itself, whose requests follow from what others ask for. An account that somebody made in
 * kube-system is no controller by its namespace alone.
 */
export const OF_PLATFORM =
  'user:/^(system:(node:|kube-|apiserver|aggregator|openshift-|serviceaccount:(openshift|kube-system:(.*(controller|collector|provisioner|publisher|protection|protection-finalizer|cleaner|binder|signer|autoscaler|cloud-provider)$))|gke-|clustermetrics$)|eks:|aksService$|acsService$|gke-|(service-[0-9]+@)?container-engine-robot)/';

/** All others: what they do says something about whoever has their credentials. */
export const WITH_OWN_WILL = `-${OF_PLATFORM}`;

/** Accounts of workloads without those of the platform. */
export const WORKLOADS = `user:system\\:serviceaccount\\:* ${WITH_OWN_WILL}`;

/** The namespaces of the platform, which people who deploy have no business in. */
export const SYSTEM_NAMESPACES =
  'namespace:(kube-system or kube-public or kube-node-lease or gke-* or gmp-system or openshift-*)';
