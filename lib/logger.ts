import { env } from './env';
import { withoutSecrets } from './without-secrets';

const LEVELS = { debug: 10, info: 20, warn: 30, error: 40, silent: 50 } as const;
type Level = Exclude<keyof typeof LEVELS, 'silent'>;
type Details = Readonly<Record<string, unknown>>;

/** Writes one JSON object a line to stderr: time, level, message, then the details; secrets of tokens are left out. */
export const logger = {
  debug: (message: string, details?: Details) => write('debug', message, details),
  info: (message: string, details?: Details) => write('info', message, details),
  warn: (message: string, details?: Details) => write('warn', message, details),
  error: (message: string, details?: Details) => write('error', message, details),
};

function write(level: Level, message: string, details: Details = {}): void {
  if (LEVELS[level] < LEVELS[threshold()]) return;
  const record = { time: new Date().toISOString(), level, message, ...details };
  process.stderr.write(`${withoutSecrets(JSON.stringify(record, (_key, value: unknown) => plain(value)))}\n`);
}

/** The log must work even when the environment does not. */
function threshold(): keyof typeof LEVELS {
  try {
    return env().LOG_LEVEL;
  } catch {
    return 'info';
  }
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (!(value instanceof Error)) return value;
  return { name: value.name, message: value.message, stack: value.stack, cause: value.cause };
}
