import type { FindingLevel } from '@/lib/interface';

/** A kind of request that is rare and that intrusions are made of. */
export interface SensitiveRequest {
  /** What somebody did: "ran commands in pods". */
  readonly did: string;
  readonly verbs: readonly string[];
  /** Resources, with a subresource behind a slash. */
  readonly resources: readonly string[];
  /** What it is worth when a workload does it for the first time, and when a person does; null = nothing. */
  readonly workload: FindingLevel | null;
  readonly person: FindingLevel | null;
  /** A person is found only at a time of day at which he never works. */
  readonly onlyAtUnusualHours?: true;
  /** Nobody is found who makes workloads anyway. */
  readonly sparesDeployers?: true;
  /** An account that was made while we watched, and not long ago, is not found: its program begins. */
  readonly sparesBeginners?: true;
  readonly techniques: readonly string[];
}

const WRITES = ['create', 'update', 'patch', 'delete', 'deletecollection'] as const;
const RBAC = ['roles', 'rolebindings', 'clusterroles', 'clusterrolebindings'] as const;

/** Sources: Falco's k8s_audit_rules.yaml, the rules of Elastic and Panther for Kubernetes, Microsoft's threat matrix. */
export const SENSITIVE_REQUESTS: readonly SensitiveRequest[] = [
  {
    did: 'ran commands in pods',
    // Clients since Kubernetes 1.31 open a web socket, which is a GET.
    verbs: ['create', 'get'],
    resources: ['pods/exec', 'pods/attach'],
    workload: 'high',
    person: 'medium',
    onlyAtUnusualHours: true,
    techniques: ['T1609'],
  },
  {
    did: 'forwarded ports of pods',
    verbs: ['create', 'get'],
    resources: ['pods/portforward'],
    workload: 'high',
    person: 'low',
    onlyAtUnusualHours: true,
    techniques: ['T1572'],
  },
  {
    did: 'put debug containers into pods',
    verbs: ['update', 'patch'],
    resources: ['pods/ephemeralcontainers'],
    workload: 'high',
    person: 'medium',
    techniques: ['T1609'],
  },
  {
    did: 'asked for tokens of service accounts',
    verbs: ['create'],
    resources: ['serviceaccounts/token'],
    workload: 'high',
    person: 'medium',
    techniques: ['T1528'],
  },
  {
    did: 'asked for client certificates',
    verbs: ['create', 'update', 'patch', 'approve'],
    resources: ['certificatesigningrequests', 'certificatesigningrequests/approval'],
    workload: 'high',
    person: 'medium',
    sparesBeginners: true,
    techniques: ['T1098'],
  },
  {
    did: 'changed who may do what',
    verbs: [...WRITES, 'bind', 'escalate'],
    resources: RBAC,
    workload: 'high',
    person: 'medium',
    sparesBeginners: true,
    techniques: ['T1098.006'],
  },
  {
    did: 'changed admission webhooks',
    verbs: WRITES,
    resources: ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
    workload: 'high',
    person: 'medium',
    sparesBeginners: true,
    techniques: ['T1562'],
  },
  {
    did: 'reached kubelets through the API',
    verbs: ['get', 'create'],
    resources: ['nodes/proxy'],
    workload: 'high',
    person: 'medium',
    techniques: ['T1609'],
  },
  {
    did: 'deleted events',
    verbs: ['delete', 'deletecollection'],
    resources: ['events'],
    workload: 'high',
    person: 'medium',
    techniques: ['T1070'],
  },
  {
    did: 'read secrets',
    verbs: ['get', 'list'],
    resources: ['secrets'],
    workload: 'high',
    person: 'low',
    onlyAtUnusualHours: true,
    sparesBeginners: true,
    techniques: ['T1552.007'],
  },
  {
    did: 'made pods or workloads that stay',
    verbs: ['create'],
    resources: ['pods', 'daemonsets', 'cronjobs'],
    workload: 'high',
    person: 'low',
    onlyAtUnusualHours: true,
    sparesDeployers: true,
    sparesBeginners: true,
    techniques: ['T1610', 'T1053.007'],
  },
];

const BY_REQUEST: ReadonlyMap<string, SensitiveRequest> = new Map(
  SENSITIVE_REQUESTS.flatMap((request) =>
    request.verbs.flatMap((verb) => request.resources.map((resource) => [`${verb} ${resource}`, request] as const)),
  ),
);

/** The kind of request that `create pods/exec` and the like are; null where they are nothing special. */
export function sensitiveRequest(request: string): SensitiveRequest | null {
  return BY_REQUEST.get(request) ?? null;
}
