/**
 * Where a manifest's word and the project's own definition of the five types part. Each rule is about a kind of file, never
 * about one file: what the manifest says of it, what Trackway makes of it, and why that is right all the same. A file is
 * counted twice: strictly, as the manifest has it, and as these rules have it.
 *
 * `type` is what the rule takes for right, `found` the formats for which it holds, `words` the manifest's for the format;
 * `says`, which of the manifest's words for a type it disagrees with.
 */
const RULES = [
  {
    says: /^app/,
    words: /coredns/i,
    found: /(^|\/)coredns$/,
    type: 'network',
    why: 'CoreDNS tells who asked for which name: its output is network, with its notices',
  },
  {
    says: /^app/,
    words: /k8s events|kubernetes events|events? (?:json|list)/i,
    found: /(^|\/)kubernetes-event$/,
    type: 'control-plane',
    why: 'Event objects are how the control plane tells what it did',
  },
  {
    says: /^app/,
    // Words for a property of the text say nothing of who wrote it.
    words: /^(?:ANSI|DST\b|bad tz|timezone|text, |colou?rs)/i,
    found: /^(?:syslog-3164|syslog-5424|journald-short)(\/|$)/,
    type: 'node',
    why: 'lines that name a machine and its program are its syslog, whatever else is special about them',
  },
  {
    says: /^node$/,
    words: /^(?:klog\/)?glog$/i,
    found: /^klog$/,
    type: 'application',
    why: 'glog is a library of many programs; without a place, or a source file that tells one, nobody says that it is a node’s',
  },
  {
    says: /^audit$/,
    words: /broken|foreign/i,
    found: /^(?:json|plain)$/,
    type: 'application',
    why: 'what is no audit event is not called one because it lay among them',
  },
  {
    says: /./,
    words: /^gcp-logentry/i,
    found: /(^|\/)kubernetes-audit$/,
    type: 'audit',
    format: true,
    why: 'the record is an audit event as it is, without a log entry of Google around it',
  },
];

/**
 * Why a wrong verdict is contested, and in what; null where it is simply wrong.
 * @param {import('./manifest.mjs').Listed} listed
 * @param {{ format: string | null, type: string | null }} read
 * @returns {{ type: boolean, format: boolean, why: string } | null}
 */
export function contestedBy(listed, read) {
  const rule = RULES.find(
    ({ says, words, found, type }) =>
      says.test(listed.type) && words.test(listed.format) && found.test(read.format ?? '') && type === read.type,
  );
  return rule === undefined ? null : { type: true, format: rule.format === true, why: rule.why };
}
