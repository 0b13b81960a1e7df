import type { LogEvent } from '@/lib/events';
import { cut } from './json-value';

const OPENING = 'RBAC: allowed by ';
/** Names are quoted as Go does it (`%q`); one with an escape in it is left to the whole sentence. */
const REASON =
  /^RBAC: allowed by (ClusterRoleBinding|RoleBinding) "([^"\\]{1,600})" of (ClusterRole|Role) "([^"\\]{1,300})" to (User|Group|ServiceAccount) "([^"\\]{1,300})"$/;
const ACCOUNT = 'system:serviceaccount:';

/**
 * Reads why RBAC allowed a request (k8s.io/kubernetes, plugin/pkg/auth/authorizer/rbac, the `String` of its describers)
 * into short attributes: `rbac.binding` and `rbac.role`, and `rbac.subject` where the binding names another
 * than the user. What belongs to a namespace carries its kind before its name (`RoleBinding/name/namespace`), a cluster's is
 * the name alone. False for any other sentence. The event must know its user already.
 */
export function readRbacReason(reason: string, event: LogEvent): boolean {
  if (!reason.startsWith(OPENING)) return false;
  const match = REASON.exec(reason);
  if (match === null) return false;
  const [, bindingKind = '', binding = '', roleKind = '', role = '', subjectKind = '', subject = ''] = match;
  event.setAttribute('rbac.binding', cut(bindingKind === 'RoleBinding' ? `RoleBinding/${binding}` : binding));
  event.setAttribute('rbac.role', cut(roleKind === 'Role' ? `Role/${role}` : role));
  if (!isUser(subjectKind, subject, event.user)) event.setAttribute('rbac.subject', cut(`${subjectKind}/${subject}`));
  return true;
}

/** Service accounts are named `name/namespace` there, and `system:serviceaccount:namespace:name` as users. */
function isUser(kind: string, subject: string, user: string | null): boolean {
  if (user === null || kind === 'Group') return false;
  if (subject === user) return true;
  const slash = subject.indexOf('/');
  return kind === 'ServiceAccount' && user === `${ACCOUNT}${subject.slice(slash + 1)}:${subject.slice(0, slash)}`;
}
