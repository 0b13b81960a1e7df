/** Parts of an SELinux context, in their order: user:role:domain:level:categories. */
const CONTEXT = ['user', 'role', 'domain', 'level', 'category'];
const SUCCESS = new Set(['success', 'yes', '1']);
const FAILURE = new Set(['fail', 'failed', 'no', '0']);

/** Names of theirs that are other names here; the first that an event has is taken. */
const NAMES = {
  addr: ['src_ip', 'addr', 'rhost'],
  hostname: ['rhost'],
  laddr: ['dst_ip'],
  lport: ['dst_port'],
  rport: ['src_port'],
  port: ['dst_port', 'port'],
  family: ['socket.family'],
  path: ['name', 'socket.path'],
  unit: ['unit'],
  result: ['res', 'success', 'result'],
  table: ['table'],
  a0: ['syscall.a0', 'a0'],
  a1: ['syscall.a1', 'a1'],
  a2: ['syscall.a2', 'a2'],
  a3: ['syscall.a3', 'a3'],
};

/**
 * What an event has for a field of an audit record, by the name that parsers of audit logs give it.
 * @param {string} field
 * @param {Record<string, unknown>} fields of the event
 */
export function auditValue(field, fields) {
  const context = /^(subj|obj)_(\w+)$/.exec(field);
  if (context !== null) return contextPart(fields[context[1]], context[2]);
  for (const name of NAMES[field] ?? [field]) if (fields[name] !== undefined) return fields[name];
  return undefined;
}

/** Whether two values of an audit record say the same: the ways to write an outcome are one. */
export function sameAuditValue(field, theirs, ours) {
  if (field === 'result') return SUCCESS.has(theirs) ? SUCCESS.has(String(ours)) : FAILURE.has(String(ours));
  return theirs === String(ours);
}

function contextPart(context, part) {
  if (typeof context !== 'string') return undefined;
  const parts = context.split(':');
  const at = CONTEXT.indexOf(part);
  // Categories may hold colons themselves.
  return part === 'category' ? parts.slice(at).join(':') : parts[at];
}
