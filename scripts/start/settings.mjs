import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { ROOT } from '../project.mjs';

/**
 * @typedef {{ host: string, port: number, dataFolder: string, databaseUrl: string | null }} Settings
 * `port` 0 takes a free one; `databaseUrl` null: Trackway runs its own PostgreSQL
 */

/** Takes up `.env` where there is one; what is set already stays. */
export function loadEnvironmentFile() {
  const file = join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * @param {Record<string, string | undefined>} env
 * @returns {Settings}
 */
export function readSettings(env) {
  return {
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT || '3000'),
    dataFolder: resolve(ROOT, env.TRACKWAY_DATA || '.data'),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL || null),
  };
}

function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new PlainError(`PORT is "${text}"; it must be a number from 0 to 65535.`);
}

function readDatabaseUrl(text) {
  if (text === null) return null;
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new PlainError(
    'DATABASE_URL is not an address of a database; it looks like postgresql://user:password@host:5432/name.',
  );
}

/** Whether only this machine can reach the address. */
export function isLoopback(host) {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
