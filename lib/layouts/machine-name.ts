const ROLES = ['control-plane', 'controlplane', 'master', 'worker', 'node'] as const;

/**
 * Whether a folder's name looks like a machine's. Guarded, because a wrong node misleads more than none: cloud addresses,
 * internal domains and names with a role and a separator or a number.
 */
export function isMachineName(name: string): boolean {
  if (/^ip-\d{1,3}(?:-\d{1,3}){3}(?:\.|$)/.test(name)) return true;
  if (/^(?:gke|aks|eks)-./.test(name)) return true;
  if (name.endsWith('.internal') || name.endsWith('.local') || name.endsWith('.lan')) return true;
  return ROLES.some((role) => carriesRole(name, role));
}

/** `kind-worker2`, `worker-1`, `node01`, `prod-control-plane`; not `node`, `nodes` or `node-logs`. */
function carriesRole(name: string, role: string): boolean {
  const at = name.lastIndexOf(role);
  if (at < 0) return false;
  const rest = name.slice(at + role.length);
  if (!/^[-.]?\d*$/.test(rest) && !/^-[a-z0-9]{4,10}$/.test(rest)) return false;
  const alone = at === 0 && rest === '';
  const wordStart = at === 0 || /[-.\d]/.test(name.charAt(at - 1));
  return wordStart && !alone && rest !== '-logs';
}

/** The cluster in a machine name of kind or k3d, which always ends in the machine's role; null for other names. */
export function clusterOfKindNode(name: string): string | null {
  const match = /^(.+)-(?:control-plane|worker|external-load-balancer)\d*$/.exec(name);
  return match?.[1] ?? null;
}
