/** Severities from least to most severe; syslog's emergency and alert are `critical`, OpenTelemetry's FATAL too. */
export const SEVERITIES = ['trace', 'debug', 'info', 'notice', 'warning', 'error', 'critical'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** How a severity is stored: its place in `SEVERITIES` plus one, so that `severity >= error` is a range. Never renumber. */
export function severityCode(severity: Severity): number {
  return SEVERITIES.indexOf(severity) + 1;
}

/** The severity behind a stored code; throws on a code that no version ever wrote. */
export function severityFromCode(code: number): Severity {
  const severity = SEVERITIES[code - 1];
  if (severity === undefined) throw new RangeError(`no severity has the code ${code}`);
  return severity;
}

const WORDS: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  ...SEVERITIES.map((severity): [string, Severity] => [severity, severity]),
  ['t', 'trace'],
  ['trc', 'trace'],
  ['trce', 'trace'],
  ['finest', 'trace'],
  ['finer', 'trace'],
  ['vrb', 'trace'],
  ['d', 'debug'],
  ['verbose', 'debug'],
  ['dbg', 'debug'],
  ['dbug', 'debug'],
  ['verbose', 'debug'],
  ['fine', 'debug'],
  ['i', 'info'],
  ['inf', 'info'],
  ['information', 'info'],
  ['informational', 'info'],
  ['normal', 'info'],
  ['default', 'info'],
  ['n', 'notice'],
  ['w', 'warning'],
  ['wrn', 'warning'],
  ['warn', 'warning'],
  ['e', 'error'],
  ['err', 'error'],
  ['eror', 'error'],
  ['fail', 'error'],
  ['severe', 'error'],
  ['c', 'critical'],
  ['crit', 'critical'],
  ['f', 'critical'],
  ['ftl', 'critical'],
  ['fatal', 'critical'],
  ['panic', 'critical'],
  ['dpanic', 'critical'],
  ['alert', 'critical'],
  ['emerg', 'critical'],
  ['emergency', 'critical'],
]);

/** Reads a severity word of any common logger, in any case; null when it is none. */
export function severityFromWord(word: string): Severity | null {
  return WORDS.get(word) ?? WORDS.get(word.toLowerCase()) ?? null;
}

/** Syslog priorities 0 to 7 (RFC 5424 section 6.2.1). */
const SYSLOG: readonly Severity[] = ['critical', 'critical', 'critical', 'error', 'warning', 'notice', 'info', 'debug'];

/** The severity of a syslog level (0 emergency … 7 debug); null outside that range. */
export function severityFromSyslog(level: number): Severity | null {
  return SYSLOG[level] ?? null;
}
