/**
 * Decoders of Wazuh, and the formats here that read the same; null where a decoder only says how the line is wrapped. What is
 * not listed is compared by its name.
 */
const FORMATS = {
  auditd: /^auditd$/,
  sudo: /^sudo$/,
  sshd: /^(sshd|pam)$/,
  su: /^(su|pam)$/,
  pam: /^(pam|sshd|su)$/,
  kernel: /^(kernel|iptables)$/,
  iptables: /^iptables$/,
  systemd: /^systemd$/,
  'nginx-errorlog': /^nginx-error$/,
  'apache-errorlog': /^apache-error$/,
  'web-accesslog': /^access-log$/,
  'web-accesslog-iis6': /^iis-w3c$/,
  'web-accesslog-iis-default': /^iis-w3c$/,
};
/** What makes one event of several records, and would do so with the lines of several tests. */
const AUDIT_EVENT = /\baudit\(([\d.]+:\d+)\)/;
const PROGRAM = /^[A-Z][a-z]{2} +\d+ [\d:]{8} \S+ ([\w./-]+)/;

/**
 * Tests of Wazuh's rules: sections with `log N pass = <line>`, and the decoder that is to read the lines.
 * @type {import('./truth-kind.mjs').TruthKind}
 */
export const ruleTests = {
  name: 'tests of rules',
  about: 'which format reads each line that a test of detection rules holds, against the decoder it names',
  files: /\.ini$/i,
  read({ text }) {
    if (!/^log \d+ (?:pass|fail) *=/m.test(text)) return null;
    return text.split(/^(?=\[)/m).flatMap(statementsOf);
  },
  ours(field, { fields }, { fields: theirs }) {
    // A decoder is a format, or as little as the name of a program.
    if (field === 'decoder' && fields.component === theirs.decoder) return fields.component;
    return field === 'decoder' ? fields.format : fields.component;
  },
  same: (field, theirs, ours) =>
    theirs === ours || (field === 'decoder' && (FORMATS[theirs]?.test(String(ours)) ?? false)),
};

function statementsOf(section) {
  const decoder = /^decoder *= *(\S+) *$/m.exec(section)?.[1];
  return [...section.matchAll(/^log (\d+) (?:pass|fail) *= *(.*\S)/gm)].map(([, , line]) => {
    const program = PROGRAM.exec(line)?.[1];
    return {
      label: `${/^\[(.*)\]/.exec(section)?.[1] ?? '?'}: ${line.slice(0, 60)}`,
      lines: [line],
      together: AUDIT_EVENT.exec(line)?.[1],
      fields: { ...(decoder && { decoder }), ...(program && { program }) },
    };
  });
}
