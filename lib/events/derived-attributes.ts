/**
 * Attributes that formats put together from several places of a request, such as the traits of a pod from the specs of its
 * containers. No record has a path of such a name: where no event has the attribute, there is nothing to look for in the
 * originals, whose blocks hold the words all the same.
 */
const DERIVED: ReadonlySet<string> = new Set([
  'binding.role',
  'binding.subjects',
  'data.keys',
  'exec.command',
  'exec.container',
  'pod.allowPrivilegeEscalation',
  'pod.automountServiceAccountToken',
  'pod.capabilities',
  'pod.commands',
  'pod.configMaps',
  'pod.hostIPC',
  'pod.hostNetwork',
  'pod.hostPID',
  'pod.hostPaths',
  'pod.hostPorts',
  'pod.nodeName',
  'pod.privileged',
  'pod.privilegedContainers',
  'pod.procMount',
  'pod.runAsNonRoot',
  'pod.runAsUser',
  'pod.seccomp',
  'pod.secrets',
  'pod.serviceAccountName',
  'portforward.ports',
  'rbac.binding',
  'rbac.role',
  'rbac.subject',
  'role.aggregated',
  'role.apiGroups',
  'role.resources',
  'role.verbs',
  'role.wildcardResources',
  'role.wildcardVerbs',
  'role.wildcards',
  'webhook.targets',
]);

/** Whether a name is that of an attribute which is never a path into a record. */
export function isDerivedAttribute(name: string): boolean {
  return DERIVED.has(name);
}
