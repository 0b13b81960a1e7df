/** Parts of an SELinux context, in their order: user:role:domain:level:categories. */
const CONTEXT = ['user', 'role', 'domain', 'level', 'category'];
const SUCCESS = new Set(['success', 'yes', '1']);
const FAILURE = new Set(['fail', 'failed', 'no', '0']);

const WORDS = { 4294967295: 'unset', '-1': 'unset', inet: 'ipv4', inet6: 'ipv6', unspec: '0' };

/** Names of theirs that are other names here; the first that an event has is taken. */
const NAMES = {
  addr: ['src_ip', 'dst_ip', 'rhost'],
  hostname: ['rhost'],
  laddr: ['dst_ip'],
  lport: ['dst_port'],
  rport: ['src_port'],
  port: ['dst_port', 'src_port', 'port'],
  family: ['socket.family', 'family'],
  path: ['name', 'socket.path'],
  unit: ['unit'],
  result: ['res', 'success', 'result'],
  format: ['audit.format'],
  objtype: ['nametype'],
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
export function auditValue(field, fields, item = itemOf(fields)) {
  const context = /^(subj|obj)_(\w+)$/.exec(field);
  if (context !== null) return contextPart(auditValue(context[1], fields, item), context[2]);
  if (field === 'item') return item;
  // What is called as a column is has `audit.` before it, and the fields of a file its number.
  for (const name of NAMES[field] ?? [field, `audit.${field}`])
    for (const whole of [name, `path.${item}.${name}`]) if (fields[whole] !== undefined) return fields[whole];
  return undefined;
}

/** The number of the only file that an event tells of. */
function itemOf(fields) {
  const items = Object.keys(fields).flatMap((name) => /^path\.(\d+)$/.exec(name)?.[1] ?? []);
  return items.length === 1 ? items[0] : undefined;
}

/** Whether two values of an audit record say the same: the ways to write an outcome are one. */
export function sameAuditValue(field, theirs, ours) {
  if (field === 'result') return SUCCESS.has(theirs) ? SUCCESS.has(String(ours)) : FAILURE.has(String(ours));
  return plain(theirs) === plain(String(ours));
}

/** One word for what both sides name in their own: no login, and families of addresses. */
function plain(value) {
  return WORDS[value] ?? value;
}

function contextPart(context, part) {
  if (typeof context !== 'string') return undefined;
  const parts = context.split(':');
  const at = CONTEXT.indexOf(part);
  // Categories may hold colons themselves.
  return part === 'category' ? parts.slice(at).join(':') : parts[at];
}
