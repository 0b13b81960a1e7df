import type { LogEvent, Severity } from '@/lib/events';

/** How a request to the API went: faults of the server are errors, refusals warnings. */
export function auditSeverity(event: LogEvent): Severity {
  const { status } = event;
  if (status !== null && status >= 500) return 'error';
  if (status === 401 || status === 403 || event.decision === 'forbid') return 'warning';
  return 'info';
}

/** What a person reads: who, verb, what, where, outcome. */
export function auditSentence(event: LogEvent): string {
  let text = event.user ?? 'unknown user';
  const impersonated = event.attributes?.['impersonatedUser.username'];
  if (impersonated !== undefined) text += ` as ${impersonated}`;
  text += ` ${event.verb ?? 'asked for'} `;
  if (event.resource === null) text += event.path ?? '?';
  else {
    text += event.resource;
    if (event.name !== null) text += `/${event.name}`;
    if (event.subresource !== null) text += `/${event.subresource}`;
    if (event.namespace !== null) text += ` in ${event.namespace}`;
  }
  if (event.status !== null) text += ` ${event.status}`;
  return event.reason === null ? text : `${text} ${event.reason}`;
}
