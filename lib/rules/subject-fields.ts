import type { LogType } from '@/lib/events';

/**
 * What findings of other people's rules are about, by the name of the log source and else by the type of the log: the fields
 * that tell one actor's doings from another's, so that one actor is one finding. Sigma says nothing of it. An audit log knows who
 * did it and where; what a machine writes is told apart by the machine, the pod and the program; traffic by where it comes from.
 */
const BY_SOURCE: Readonly<Record<string, readonly string[]>> = {
  'kubernetes-audit': ['user', 'namespace'],
  cloudtrail: ['user'],
  'google-audit': ['user'],
  'azure-activity': ['user'],
  'process-creation': ['node', 'pod'],
  'file-event': ['node', 'pod'],
  auditd: ['node', 'user'],
  webserver: ['src_ip', 'host'],
  proxy: ['src_ip', 'host'],
};

const BY_TYPE: Readonly<Record<LogType, readonly string[]>> = {
  application: ['namespace', 'pod'],
  node: ['node', 'component'],
  'control-plane': ['node', 'component'],
  audit: ['user', 'namespace'],
  network: ['src_ip', 'src_pod'],
};

/** The fields of what a finding is about, of a rule for a log source. */
export function subjectFields(source: {
  readonly name: string;
  readonly types: readonly LogType[];
}): readonly string[] {
  const [type = 'application'] = source.types;
  return BY_SOURCE[source.name] ?? BY_TYPE[type];
}
