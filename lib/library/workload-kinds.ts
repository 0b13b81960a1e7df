/** Kinds that are pods or make them. */
export const WORKLOAD_KINDS = [
  'pods',
  'deployments',
  'daemonsets',
  'statefulsets',
  'replicasets',
  'replicationcontrollers',
  'jobs',
  'cronjobs',
] as const;
