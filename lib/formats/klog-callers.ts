/**
 * Source files that only one of Kubernetes' programs has (kubernetes/kubernetes: pkg/kubelet, pkg/scheduler, pkg/controller,
 * cmd/…); not those of the libraries that aggregated API servers share. klog names the file and not the program, so a log
 * without a telling place is known by them.
 */
const FILES: Readonly<Record<string, string>> = {
  kubelet:
    'kubelet kubelet_getters kubelet_network kubelet_node_status kubelet_pods kubelet_resources kubelet_volumes pod_container_deletor pod_container_manager_linux pod_startup_latency_tracker pod_workers kuberuntime_container kuberuntime_gc kuberuntime_image kuberuntime_manager kuberuntime_sandbox remote_image remote_runtime prober prober_manager status_manager eviction_manager image_gc_manager container_manager_linux cpu_manager memory_manager topology_manager desired_state_of_world_populator reconciler_common operation_generator volume_manager pleg node_container_manager_linux qos_container_manager_linux',
  'kube-scheduler':
    'schedule_one scheduling_queue generic_scheduler preemption default_preemption eventhandlers default_binder',
  'kube-controller-manager':
    'controllermanager replica_set deployment_controller daemon_controller stateful_set job_controller cronjob_controllerv2 endpoints_controller endpointslice_controller garbagecollector graph_builder namespace_controller node_lifecycle_controller range_allocator resource_quota_controller serviceaccounts_controller tokens_controller pv_controller pv_controller_base attach_detach_controller ttl_controller taint_manager',
  'kube-apiserver':
    'available_controller crd_finalizer customresource_discovery_controller establishing_controller naming_controller',
  'kube-proxy': 'proxier',
  // sigs.k8s.io/descheduler, pkg/descheduler and pkg/framework/plugins
  descheduler:
    'descheduler defaultevictor nodeutilization highnodeutilization lownodeutilization toomanyrestarts removeduplicates podlifetime',
  // k8s.io/autoscaler/cluster-autoscaler: core, clusterstate, scaledown
  'cluster-autoscaler':
    'static_autoscaler clusterstate auto_scaling_groups aws_cloud_provider azure_manager pre_filtering_processor scale_up scale_down eligibility',
  // github.com/openshift/router, pkg/router
  'openshift-router': 'haproxy router_controller extended_validator unique_host template_helper',
};

/** Packages of etcd that zap names as the folder of a caller, and capnslog in its place (etcd, server/ and raft/). */
const ETCD: ReadonlySet<string> = new Set(
  'etcdserver etcdmain etcdhttp embed rafthttp raft mvcc membership v3rpc v3compactor grpcproxy'.split(' '),
);

const PROGRAMS: ReadonlyMap<string, string> = new Map(
  Object.entries(FILES).flatMap(([program, files]) => files.split(' ').map((file) => [`${file}.go`, program] as const)),
);

/** Source files that are one program's where a logger of that name writes in them (klogr: `router "msg"="…"`). */
const LOGGERS: ReadonlyMap<string, string> = new Map([
  ['template.go router', 'openshift-router'],
  ['router.go router', 'openshift-router'],
  ['router.go template', 'openshift-router'],
  ['metrics.go metrics', 'openshift-router'],
]);

/**
 * The program that a caller (`kubelet.go:231`) belongs to, with the logger's name where one was told; null when many have
 * such a file.
 */
export function programOfCaller(caller: string, logger: string | null = null): string | null {
  const colon = caller.lastIndexOf(':');
  const path = colon === -1 ? caller : caller.slice(0, colon);
  const file = path.slice(path.lastIndexOf('/') + 1);
  return PROGRAMS.get(file) ?? LOGGERS.get(`${file} ${logger}`) ?? null;
}

/** The program whose package a caller stands in: `etcdserver/util.go:170` as zap writes it, `rafthttp` as capnslog does. */
export function programOfPackage(caller: string): string | null {
  const parts = caller.split('/', 8);
  return parts.some((part) => ETCD.has(part)) ? 'etcd' : null;
}
