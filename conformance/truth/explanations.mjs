/**
 * @typedef {object} Explanation why a difference from ground truth is no fault of Trackway
 * @property {string} kind of ground truth
 * @property {RegExp} field
 * @property {'differs' | 'missing' | 'unread'} [outcome] any, when left out
 * @property {(difference: import('./compare.mjs').Difference, event: import('./truth-kind.mjs').OurEvent,
 *   statement: import('./truth-kind.mjs').Statement) => boolean} [when] proves it from the values themselves
 * @property {string} because
 */

/** The default columns of a flow record of AWS. */
const FLOW_COLUMNS =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status'.split(
    ' ',
  );
const WORDS_OF_SEVERITY = /^(?:alert|critical|error|warning|warn|notice|info|debug)\b[ :]*/i;

/** @type {readonly Explanation[]} */
const ABOUT_AUDIT_RECORDS = [
  {
    kind: 'audit records',
    field: /^tty$/,
    outcome: 'missing',
    when: ({ theirs }) => theirs === '(none)',
    because: 'a value that says that there is none is left out',
  },
  {
    kind: 'audit records',
    field: /^rdev$/,
    outcome: 'missing',
    when: ({ theirs }) => theirs === '00:00',
    because: 'a file that is no device has no device number',
  },
  {
    kind: 'audit records',
    field: /^saddr$/,
    outcome: 'missing',
    when: (_, { fields }) => fields['socket.family'] !== undefined,
    because: 'the address of a socket is decoded instead of repeated',
  },
  {
    kind: 'audit records',
    field: /^data$/,
    outcome: 'differs',
    when: ({ theirs, ours }) => withoutEscapes(theirs) === withoutEscapes(ours),
    because: 'sequences that steer a terminal are taken out of every text',
  },
];

/** @type {readonly Explanation[]} */
const ABOUT_AUDIT_EVENTS = [
  {
    kind: 'audit events',
    field: /^(?:summary\.|ecs\.|category$|network\.direction$)/,
    because: 'their own conclusions and vocabularies; Trackway concludes user, decision, severity and a sentence',
  },
  {
    kind: 'audit events',
    field: /^data\.tty$/,
    outcome: 'missing',
    when: ({ theirs }) => theirs === '(none)',
    because: 'a value that says that there is none is left out',
  },
  {
    kind: 'audit events',
    field: /^paths\.\d+\.rdev$/,
    outcome: 'missing',
    when: ({ theirs }) => theirs === '00:00',
    because: 'a file that is no device has no device number',
  },
  {
    kind: 'audit events',
    field: /^file\.(?:mode|inode|device|uid|gid)$/,
    because: 'repeats one of the files, which are all kept by their numbers',
  },
];

/** @type {readonly Explanation[]} */
const ABOUT_COLUMNS = [
  {
    kind: 'columns of logs',
    field: /^Level$/,
    when: ({ theirs }, { fields }) => theirs === fields.node,
    because: 'their column of severities holds the name of the machine',
  },
  {
    kind: 'columns of logs',
    field: /^Level$/,
    outcome: 'differs',
    when: ({ ours }, { fields }) => ['warning', 'error'].includes(ours) && Number(fields.status) >= 400,
    because: 'a request that failed is at least a warning, whatever its writer calls it',
  },
  {
    kind: 'columns of logs',
    field: /^Component$/,
    outcome: 'differs',
    when: ({ theirs, ours }) => theirs === `${ours}(pam_unix)`,
    because: 'the module of PAM in brackets is not part of the name of the program',
  },
  {
    kind: 'columns of logs',
    field: /^Component$/,
    outcome: 'differs',
    when: ({ theirs, ours }) => theirs.endsWith(`/${ours}`) || theirs.startsWith(`${ours} `),
    because: 'the folder and the version are not part of the name of the program',
  },
  {
    kind: 'columns of logs',
    field: /^Component$/,
    outcome: 'differs',
    when: ({ theirs, ours }) =>
      (ours === 'auditd' && theirs.startsWith('audit(')) || (ours === 'login' && theirs.startsWith('-- ')),
    because: 'they take for a program what opens a record of the kernel’s audit, or the end of the title of login',
  },
  {
    kind: 'columns of logs',
    field: /^Component$/,
    outcome: 'missing',
    when: ({ theirs }) => /[ (<]/.test(theirs),
    because: 'they cut at the first colon: words of a message that names no program',
  },
  {
    kind: 'columns of logs',
    field: /^(?:Component|Node)$/,
    outcome: 'differs',
    when: (_, { fields }, { fields: theirs }) =>
      `${theirs.Node}:${theirs.Component}@${theirs.Id}` === `${fields.thread}:${fields.caller}`,
    because: 'they cut “thread:class@line” at the first colon; a name of a thread may hold colons, a class none',
  },
  {
    kind: 'columns of logs',
    field: /^Location$/,
    outcome: 'differs',
    when: ({ theirs, ours }) => theirs.endsWith(`/${ours}`) || theirs.endsWith(`@${ours}`),
    because: 'of a machine behind a relay only the machine is the node',
  },
  {
    kind: 'columns of logs',
    field: /^Content$/,
    outcome: 'differs',
    when: ({ theirs, ours }, { severity }) => severity !== null && theirs.replace(WORDS_OF_SEVERITY, '') === ours,
    because: 'the severity that opens a message is read out of it',
  },
  {
    kind: 'columns of logs',
    field: /^Content$/,
    outcome: 'differs',
    when: ({ theirs }, { fields }) =>
      fields.path !== undefined &&
      [fields.method, fields.path, fields.status].every((part) => theirs.includes(String(part))),
    because: 'the message of a request is its line and status; addresses, sizes and durations are fields',
  },
];

/** @type {readonly Explanation[]} */
const ABOUT_RULE_TESTS = [
  {
    kind: 'tests of rules',
    field: /^decoder$/,
    outcome: 'differs',
    when: ({ theirs }, _, { lines }) =>
      theirs === 'nginx-errorlog' && !/ \[(?:debug|info|notice|warn|error|crit|alert|emerg)\] /.test(lines[0] ?? ''),
    because: 'a word that is no severity of nginx makes no line of its error log',
  },
];

/** @type {readonly Explanation[]} */
const ABOUT_FLOWS = [
  {
    kind: 'fields of flows',
    field: /^(?:region|vpc-id|subnet-id|az-id|instance-id|pkt-(?:src|dst)-aws-service|flow-direction)$/,
    outcome: 'missing',
    when: ({ theirs }, _, { lines }) => theirs === '-' || !(lines[0] ?? '').split(' ').includes(theirs),
    because: 'is not in the record; somebody added it',
  },
  {
    kind: 'fields of flows',
    field: /^(?:version|log-status)$/,
    outcome: 'missing',
    when: ({ theirs }) => theirs === 'OK' || /^\d+$/.test(theirs),
    because: 'the version is the format’s, and a status is kept when it is not OK',
  },
  {
    kind: 'fields of flows',
    field: /./,
    outcome: 'differs',
    // The columns of the record, by its own order (version 2).
    when: ({ field, ours }, _, { lines }) =>
      (lines[0] ?? '').split(' ')[FLOW_COLUMNS.indexOf(field)]?.toLowerCase() === ours.toLowerCase(),
    because: 'their document contradicts the record that it holds',
  },
];

export const EXPLANATIONS = [
  ...ABOUT_AUDIT_RECORDS,
  ...ABOUT_AUDIT_EVENTS,
  ...ABOUT_COLUMNS,
  ...ABOUT_RULE_TESTS,
  ...ABOUT_FLOWS,
];

function withoutEscapes(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for.
  return text.replaceAll(/\u001b(?:\[[0-9;]*[A-Za-z]|.)/g, '').replaceAll('\0', '\u2400');
}
