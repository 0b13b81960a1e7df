/** The five kinds of Kubernetes log, in the order in which their lanes are drawn. */
export const LOG_TYPES = ['application', 'node', 'control-plane', 'audit', 'network'] as const;

export type LogType = (typeof LOG_TYPES)[number];

/** How a type is stored: its place in `LOG_TYPES` plus one. Never renumber. */
export function logTypeCode(type: LogType): number {
  return LOG_TYPES.indexOf(type) + 1;
}

/** The type behind a stored code; throws on a code that no version ever wrote. */
export function logTypeFromCode(code: number): LogType {
  const type = LOG_TYPES[code - 1];
  if (type === undefined) throw new RangeError(`no log type has the code ${code}`);
  return type;
}

export function isLogType(text: string): text is LogType {
  return (LOG_TYPES as readonly string[]).includes(text);
}
