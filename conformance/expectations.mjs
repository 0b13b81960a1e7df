/** What the manifest's word for a type stands for; a word that is missing here says nothing about the type. */
const TYPES = {
  app: ['application'],
  application: ['application'],
  node: ['node'],
  runtime: ['node'],
  controlplane: ['control-plane'],
  'control-plane': ['control-plane'],
  audit: ['audit'],
  network: ['network'],
};

/** Words that mark what is no log: statements about one, and files that only look like one. */
const NO_LOG = /ground[ -]truth|labels|CICFlowMeter|templates|wazuh-test-ini|strace/i;
const NEGATIVE = /^NEGATIVE/;
/** Said in the notes of a file that holds pieces of logs and is none. */
const NEGATIVE_NOTE = /\bnegative case\b/i;
const ARCHIVE = /tree|bundle|must-gather/i;

/**
 * The manifest's words for formats, and the names of ours that are right for them. All that match must be found; a later one
 * is not asked for where an earlier one said `only`.
 */
const FORMATS = [
  { words: /^docker-json$|docker json/i, names: /docker-json|shipper-json/ },
  { words: /\bcri\b(?!-o)/i, names: /(^|\/)cri(\/|$)/ },
  { words: /kubectl-logs --timestamps/i, names: /kubectl-timestamps/ },
  { words: /docker-compose prefix/i, names: /compose-prefix/ },
  {
    words: /klog\/glog|^klog|\+ klog|logrus\/klog|controller klog/i,
    names: /klog|logfmt|access-log|journald|haproxy|ingress/,
  },
  { words: /zap json/i, names: /zap/ },
  { words: /^audit-json/i, names: /kubernetes-audit/ },
  { words: /auditd-raw|auditd raw/i, names: /auditd/ },
  { words: /tetragon/i, names: /tetragon/ },
  { words: /falco/i, names: /falco/ },
  { words: /gcp-logentry/i, names: /google|gcp|gke|log-entry/ },
  { words: /gcp-vpc-flow/i, names: /gcp|google/ },
  { words: /aks-diagnostic|MonitorActivity/i, names: /azure|aks/ },
  { words: /aws logs tail/i, names: /cloudwatch/ },
  { words: /hubble/i, names: /hubble/ },
  { words: /vpc-flow in opensearch|AWS\.VPCFlow|^vpc-flow/i, names: /vpc-flow/ },
  { words: /azure-(nsg|vnet)/i, names: /azure/ },
  { words: /calico/i, names: /calico/ },
  { words: /zeek/i, names: /zeek/ },
  { words: /route53|VPCDns/i, names: /route-?53|resolver/ },
  { words: /istio|envoy/i, names: /envoy|istio/ },
  { words: /nginx|traefik|caddy|web_rules/i, names: /access|nginx|traefik|caddy|klog|zap|iis/ },
  { words: /haproxy-log/i, names: /haproxy/ },
  { words: /coredns(?!\/logrus)/i, names: /coredns/ },
  { words: /iptables/i, names: /netfilter|iptables|firewall|packet/ },
  { words: /journald-json/i, names: /journald-json/ },
  { words: /journald-export/i, names: /journald-export/ },
  { words: /journald-short/i, names: /journald-short|syslog/ },
  { words: /^syslog|auth\.log|sudo raw|pam raw|loghub (Linux|Thunderbird) raw/i, names: /syslog|journald-short/ },
  { words: /k8s events json/i, names: /kubernetes-event/ },
  {
    words: /^logfmt|logrus text|rust tracing|\+ .*logrus/i,
    names: /logfmt|timestamped|tracing|leveled|coredns|klog|json/,
  },
  { words: /pino/i, names: /pino|bunyan|json/ },
  { words: /bunyan/i, names: /bunyan/ },
  { words: /otel/i, names: /otel/ },
  { words: /json app log/i, names: /json|ecs|zap|serilog/ },
  { words: /postgres/i, names: /postgres|timestamped/ },
  { words: /uwsgi/i, names: /uwsgi/ },
  { words: /WebLogic/i, names: /weblogic/ },
  {
    words: /loghub (HDFS|Spark|Zookeeper|OpenStack) raw|jenkins java/i,
    names: /timestamped|spark|log4j|java|leveled|plain/,
  },
];

/**
 * What is expected of a listed file. `types` or `formats` are null where the manifest's words say nothing about them.
 * @param {import('./manifest.mjs').Listed} listed
 */
export function expectationOf({ type, format, notes = '' }) {
  if (NEGATIVE.test(format) || NEGATIVE_NOTE.test(notes)) return { kind: 'negative', types: null, formats: null };
  if (type === 'layout' || ARCHIVE.test(format)) return { kind: 'archive', types: null, formats: null };
  if (NO_LOG.test(format)) return { kind: 'no log', types: null, formats: null };
  const formats = FORMATS.filter(({ words }) => words.test(format)).map(({ names }) => names);
  return { kind: 'log', types: TYPES[type] ?? null, formats: formats.length === 0 ? null : formats };
}
