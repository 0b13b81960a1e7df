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
  { title: 'Commands run in pods', rules: [], detectors: ['first-sensitive-request'] },
  { title: 'Commands that read tokens', rules: [], detectors: ['telling-commands-in-pods'] },
  { title: 'Commands that call out or fetch programs', rules: [], detectors: ['telling-commands-in-pods'] },
  { title: 'All secrets of a cluster listed', rules: [], detectors: ['all-secrets-listed'] },
  { title: 'One secret after another read', rules: [], detectors: ['secret-sweep'] },
  { title: 'Secrets read from a new place or with a new program', rules: [], detectors: ['identity-elsewhere'] },
  { title: 'Powerful roles bound', rules: [], detectors: ['power-given-away'] },
  { title: 'Rights given to everybody', rules: [], detectors: ['power-given-away'] },
  { title: 'Roles that hand out rights', rules: [], detectors: [] },
  { title: 'Rights changed by workloads', rules: [], detectors: [] },
  { title: 'Rights changed, then a workload made', rules: [], detectors: [] },
  { title: 'Tokens minted', rules: [], detectors: ['first-sensitive-request'] },
  { title: 'Client certificates asked for or approved', rules: [], detectors: [] },
  { title: 'Acting as a privileged identity', rules: [], detectors: ['impersonation'] },
  { title: 'Requests without credentials that worked', rules: [], detectors: ['anonymous-access'] },
  { title: 'Permissions probed', rules: [], detectors: ['refused-requests', 'new-kinds-asked'] },
  { title: 'Kubelets reached through the API server', rules: [], detectors: [] },
  { title: 'Pods that share their node', rules: [], detectors: ['dangerous-pods'] },
  { title: 'Sensitive paths of nodes mounted', rules: [], detectors: ['dangerous-pods'] },
  { title: 'Made by people in namespaces of the system', rules: [], detectors: [] },
  { title: 'Programs on every node or on a schedule', rules: [], detectors: [] },
  { title: 'Containers added to what runs', rules: [], detectors: [] },
  { title: 'Admission changed', rules: [], detectors: [] },
  { title: 'Names and logins of the cluster changed', rules: [], detectors: ['cluster-settings-changed'] },
  { title: 'Traces and objects deleted', rules: [], detectors: ['mass-deletion'] },
  { title: 'Identities of workloads used from elsewhere', rules: [], detectors: ['identity-elsewhere'] },
  { title: 'Images that are new or made for attacks', rules: [], detectors: ['new-images'] },
  { title: 'Shells, dropped programs and escapes seen at runtime', rules: [], detectors: ['new-runtime-alerts'] },
  { title: 'Signs of mining', rules: [], detectors: [] },
  { title: 'SSH passwords guessed', rules: [], detectors: ['ssh-break-in'] },
  { title: 'Logs tampered with or silent', rules: [], detectors: ['traces-removed', 'log-gap', 'missing-stages'] },
  { title: 'Users, keys, units and jobs left on nodes', rules: [], detectors: ['new-programs'] },
  { title: 'Control plane: refused credentials and risky starts', rules: [], detectors: [] },
  { title: 'Crashes, lack of memory and many errors', rules: [], detectors: ['crash-loops', 'error-spike'] },
  { title: 'Exploits in requests', rules: [], detectors: [] },
  { title: 'New messages, and errors of exploited frameworks', rules: [], detectors: ['unlike-siblings'] },
  { title: 'Scans and refused connections', rules: [], detectors: ['port-scan', 'host-sweep', 'denied-burst'] },
  { title: 'Regular and long connections to outside', rules: [], detectors: ['beaconing', 'long-connections'] },
  { title: 'New ways out and large transfers', rules: [], detectors: ['first-way-out', 'outward-transfer'] },
  { title: 'Data in names, and services looked up', rules: [], detectors: ['dns-tunnel'] },
];
