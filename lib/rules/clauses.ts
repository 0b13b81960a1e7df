import { FROM_INSIDE, OF_PLATFORM, SYSTEM_NAMESPACES, WITH_OWN_WILL, WORKLOAD_KINDS } from '@/lib/library';

/**
 * Parts of the queries of rules about requests to the API server. GKE tells a refusal only by the decision, and a success by
 * nothing; others by the status. A request of which there is only that it was received has no outcome yet.
 */
export const WORKED = 'not status>=400 -decision:forbid -reason:Failure -stage:RequestReceived';

export const REFUSED = '(status:(401 or 403) or decision:forbid)';

/** Made by others than the platform itself, and it worked. */
export const MADE = `verb:create -subresource:* ${WORKED} ${WITH_OWN_WILL}`;

/** Made or changed by others than the platform itself, and it worked. */
export const WRITTEN = `verb:(create or update or patch) -subresource:* ${WORKED} ${WITH_OWN_WILL}`;

/** Changed by others than the platform itself, and it worked. */
export const CHANGED = `verb:(update or patch) -subresource:* ${WORKED} ${WITH_OWN_WILL}`;

/** Pods and whatever makes pods. */
export const PODS_OR_TEMPLATES = `resource:(${WORKLOAD_KINDS.join(' or ')})`;

/** Not the system's own accounts within the system's own namespaces: what add-ons do at home. */
export const NOT_AT_HOME = `-(${SYSTEM_NAMESPACES} (${OF_PLATFORM} or user:system\\:serviceaccount\\:kube-system\\:*))`;

/**
 * A command run in a pod, or a terminal attached to one: a POST, or the GET of a web socket that clients since Kubernetes 1.31 open.
 */
export const IN_A_POD = `resource:pods subresource:(exec or attach) verb:(create or get) ${WORKED} ${NOT_AT_HOME}`;

/** Accounts of add-ons in kube-system: they install roles and the like; what they change of rights has a rule of its own. */
export const NO_ADD_ON = '-user:system\\:serviceaccount\\:kube-system\\:*';

/** Programs that people work with, and what scripts ask with. */
export const BY_HAND =
  'user_agent:/^(kubectl|oc\\/|curl|wget|python|perl|ruby|php|java\\/|node-fetch|axios|go-http-client|httpie|postman|insomnia|k9s|lens|openlens|powershell|mozilla|stratus|peirates)/';

/** Nobody who has proven who he is. */
export const ANONYMOUS = 'user:(system\\:anonymous or system\\:unauthenticated)';

/** From an address on the internet. */
export const FROM_OUTSIDE = `src_ip:* -${FROM_INSIDE}`;

/** Capabilities with which one leaves a container: Panther's and Elastic's lists. */
export const CAPABILITIES =
  'pod.capabilities:/(^|,)(CAP_)?(ALL|SYS_ADMIN|SYS_PTRACE|SYS_MODULE|SYS_RAWIO|SYS_BOOT|SYSLOG|BPF|PERFMON|DAC_READ_SEARCH|DAC_OVERRIDE|NET_ADMIN)(,|$)/';

/**
 * Paths of a node with which one has it: its root, configuration, processes, and sockets of runtimes (Falco's, Panther's and
 * Elastic's lists).
 */
export const SENSITIVE_PATHS = String.raw`pod.hostPaths:/(^|,)\/(|etc|root|proc|sys|var|home|boot|dev|var\/run|run|var\/lib|home\/admin|var\/log\/?|(var\/)?run\/(docker|dockershim|containerd|crio|cri-dockerd|podman).*|var\/lib\/(kubelet|docker|containerd|etcd|rancher).*|etc\/(kubernetes|cron[^,]*|systemd|ssh|sudoers|shadow|passwd|rancher).*|root\/.*|proc\/.*|opt\/cni\/bin.*)\/?(,|$)/`;
