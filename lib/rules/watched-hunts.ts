/** What an intruder does to a cluster, and which rules and detectors watch for it. */
export interface WatchedHunt {
  readonly title: string;
  /** Names of built-in rules. */
  readonly rules: readonly string[];
  /** Names of detectors: what is told from counts and from what is usual. */
  readonly detectors: readonly string[];
}

/** Forty, each watched by at least one rule or detector; in the order of the kinds of logs that tell of them. */
export const WATCHED_HUNTS: readonly WatchedHunt[] = [
  {
    title: 'Commands run in pods',
    rules: ['commands-in-pods', 'commands-by-workloads', 'commands-in-system-pods', 'port-forward'],
    detectors: ['first-sensitive-request'],
  },
  {
    title: 'Commands that read tokens',
    rules: ['token-read-in-pod', 'files-copied-out-of-pod'],
    detectors: ['telling-commands-in-pods'],
  },
  {
    title: 'Commands that call out or fetch programs',
    rules: ['shell-to-outside', 'download-in-pod', 'cloud-identity-in-pod', 'escape-in-pod'],
    detectors: ['telling-commands-in-pods'],
  },
  { title: 'All secrets of a cluster listed', rules: ['all-secrets-taken'], detectors: ['all-secrets-listed'] },
  {
    title: 'One secret after another read',
    rules: ['secrets-one-by-one', 'secrets-guessed'],
    detectors: ['secret-sweep'],
  },
  {
    title: 'Secrets read from a new place or with a new program',
    rules: ['secret-read-by-hand', 'secret-read-by-script'],
    detectors: ['identity-elsewhere'],
  },
  {
    title: 'Powerful roles bound',
    rules: ['powerful-role-bound', 'namespace-handed-over'],
    detectors: ['power-given-away'],
  },
  { title: 'Rights given to everybody', rules: ['everybody-bound'], detectors: ['power-given-away'] },
  {
    title: 'Roles that hand out rights',
    rules: [
      'role-with-everything',
      'role-that-hands-out-rights',
      'role-reaching-kubelets',
      'role-widened',
      'role-that-writes',
      'system-role-changed',
    ],
    detectors: [],
  },
  { title: 'Rights changed by workloads', rules: ['rights-changed-by-workload'], detectors: [] },
  { title: 'Rights changed, then a workload made', rules: ['rights-then-workload'], detectors: [] },
  { title: 'Tokens minted', rules: ['token-minted'], detectors: ['first-sensitive-request'] },
  {
    title: 'Client certificates asked for or approved',
    rules: ['client-certificate-requested', 'certificate-approved'],
    detectors: [],
  },
  {
    title: 'Acting as a privileged identity',
    rules: ['privileged-identity-impersonated'],
    detectors: ['impersonation'],
  },
  {
    title: 'Requests without credentials that worked',
    rules: ['anonymous-access-worked', 'anonymous-from-outside', 'port-of-nodes-opened', 'ingress-without-tls'],
    detectors: ['anonymous-access'],
  },
  {
    title: 'Permissions probed',
    rules: ['own-rights-asked', 'many-kinds-listed', 'refused-often-from-outside', 'attack-tool-client'],
    detectors: ['refused-requests', 'new-kinds-asked'],
  },
  { title: 'Kubelets reached through the API server', rules: ['kubelet-through-proxy'], detectors: [] },
  {
    title: 'Pods that share their node',
    rules: [
      'privileged-pod',
      'host-processes-pod',
      'host-network-pod',
      'dangerous-capabilities-pod',
      'root-pod',
      'dangerous-pod-of-workload',
    ],
    detectors: ['dangerous-pods'],
  },
  {
    title: 'Sensitive paths of nodes mounted',
    rules: ['sensitive-host-path', 'host-path'],
    detectors: ['dangerous-pods'],
  },
  { title: 'Made by people in namespaces of the system', rules: ['made-in-system-namespace'], detectors: [] },
  {
    title: 'Programs on every node or on a schedule',
    rules: ['daemonset-made', 'scheduled-job-changed', 'workload-fetches-program'],
    detectors: [],
  },
  { title: 'Containers added to what runs', rules: ['debug-container', 'container-added'], detectors: [] },
  { title: 'Admission changed', rules: ['admission-webhook-made', 'admission-changed'], detectors: [] },
  {
    title: 'Names and logins of the cluster changed',
    rules: ['cluster-names-changed', 'cluster-logins-changed'],
    detectors: ['cluster-settings-changed'],
  },
  {
    title: 'Traces and objects deleted',
    rules: ['events-deleted', 'all-of-a-kind-deleted'],
    detectors: ['mass-deletion'],
  },
  {
    title: 'Identities of workloads used from elsewhere',
    rules: ['account-from-outside'],
    detectors: ['identity-elsewhere'],
  },
  { title: 'Images that are new or made for attacks', rules: ['attack-tool-image'], detectors: ['new-images'] },
  {
    title: 'Shells, dropped programs and escapes seen at runtime',
    rules: [
      'shell-seen-in-container',
      'dropped-program-run',
      'escape-seen-at-runtime',
      'program-in-memory-run',
      'server-started-shell',
      'reverse-shell-run',
      'metadata-asked-by-hand',
      'token-file-read',
      'raw-packets-in-container',
    ],
    detectors: ['new-runtime-alerts'],
  },
  { title: 'Signs of mining', rules: ['miner-run', 'mining-pool-looked-up'], detectors: [] },
  {
    title: 'SSH passwords guessed',
    rules: ['ssh-guessed', 'ssh-guessed-right', 'ssh-login-from-internet'],
    detectors: ['ssh-break-in'],
  },
  {
    title: 'Logs tampered with or silent',
    rules: ['traces-wiped', 'watcher-stopped'],
    detectors: ['traces-removed', 'log-gap', 'missing-stages'],
  },
  {
    title: 'Users, keys, units and jobs left on nodes',
    rules: [
      'login-key-added',
      'user-made-on-node',
      'service-left-on-node',
      'static-pod-left',
      'kernel-module-loaded',
      'sudo-refused',
    ],
    detectors: ['new-programs'],
  },
  {
    title: 'Control plane: refused credentials and risky starts',
    rules: ['api-credentials-tried', 'etcd-client-refused', 'control-plane-left-open'],
    detectors: [],
  },
  { title: 'Crashes, lack of memory and many errors', rules: [], detectors: ['crash-loops', 'error-spike'] },
  {
    title: 'Exploits in requests',
    rules: ['lookup-injected', 'paths-climbed', 'code-in-request', 'private-file-served', 'scanner-at-work'],
    detectors: [],
  },
  {
    title: 'New messages, and errors of exploited frameworks',
    rules: ['framework-exploited'],
    detectors: ['unlike-siblings'],
  },
  {
    title: 'Scans and refused connections',
    rules: ['kubelet-reached-by-pod', 'etcd-reached-by-pod', 'runtime-socket-reached'],
    detectors: ['port-scan', 'host-sweep', 'denied-burst'],
  },
  { title: 'Regular and long connections to outside', rules: [], detectors: ['beaconing', 'long-connections'] },
  {
    title: 'New ways out and large transfers',
    rules: ['tunnel-looked-up', 'foreign-resolver-asked'],
    detectors: ['first-way-out', 'outward-transfer'],
  },
  { title: 'Data in names, and services looked up', rules: ['services-listed-by-dns'], detectors: ['dns-tunnel'] },
];
