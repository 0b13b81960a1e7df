import type { EventAnswer } from '@/lib/interface';

/** What an event says in one sentence: who did what and whether it worked, who talked to whom, else its message. */
export function eventTitle(event: EventAnswer): string {
  if (event.type === 'audit') return requestTitle(event) ?? event.message;
  if (event.type === 'network') return flowTitle(event) ?? event.message;
  return event.message;
}

const PAST: ReadonlyMap<string, string> = new Map([
  ['get', 'read'],
  ['list', 'listed'],
  ['watch', 'watched'],
  ['create', 'created'],
  ['update', 'updated'],
  ['patch', 'patched'],
  ['delete', 'deleted'],
  ['deletecollection', 'deleted a collection of'],
  ['impersonate', 'impersonated'],
  ['bind', 'bound'],
  ['approve', 'approved'],
]);

function requestTitle({ fields }: EventAnswer): string | null {
  const { user, verb, resource, subresource, name, namespace, status, path } = fields;
  if (user === undefined || verb === undefined) return null;
  const refused = fields.decision === 'forbid' || status === 401 || status === 403;
  const kind = subresource === undefined ? resource : `${String(resource)}/${String(subresource)}`;
  const object = kind === undefined ? path : [kind, name === undefined ? '' : `“${String(name)}”`].join(' ').trim();
  const place = namespace === undefined ? '' : ` in ${String(namespace)}`;
  const action = refused ? `was refused to ${String(verb)}` : (PAST.get(String(verb)) ?? String(verb));
  const failed = !refused && typeof status === 'number' && status >= 400 ? `, answered ${status}` : '';
  return `${String(user)} ${action} ${String(object ?? 'something')}${place}${failed}`;
}

function flowTitle({ fields }: EventAnswer): string | null {
  const from = fields.src_pod ?? fields.src_ip;
  const to = fields.dst_pod ?? fields.dst_ip ?? fields.host;
  if (from === undefined || to === undefined) return null;
  const port = fields.dst_port === undefined ? '' : ` port ${String(fields.dst_port)}`;
  const protocol = fields.protocol === undefined ? '' : ` over ${String(fields.protocol)}`;
  const verdict = fields.verdict === undefined ? '' : `: ${String(fields.verdict).toLowerCase()}`;
  return `${String(from)} to ${String(to)}${port}${protocol}${verdict}`;
}
