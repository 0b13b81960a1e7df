import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { ROOT } from '../project.mjs';

/**
 * @typedef {{ host: string, port: number, dataFolder: string, databaseUrl: string | null, accounts: boolean,
 *   origin: string | null }} Settings
 * `port` 0 takes a free one; `databaseUrl` null: Trackway runs its own PostgreSQL; `accounts`: people must sign in; `origin`:
 * the address of the proxy through which people come
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
  const host = env.HOST || '127.0.0.1';
  const origin = readOrigin(env.TRACKWAY_ORIGIN || null);
  checkSyslog(env.TRACKWAY_SYSLOG_HOST || '127.0.0.1', env.TRACKWAY_SYSLOG_FROM || null);
  return {
    host,
    port: readPort(env.PORT || '3000'),
    dataFolder: resolve(ROOT, env.TRACKWAY_DATA || '.data'),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL || null),
    accounts: readAccounts(env.TRACKWAY_ACCOUNTS || 'off', host, origin),
    origin,
  };
}

function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new PlainError(`PORT is "${text}"; it must be a number from 0 to 65535.`);
}

/** Where others can reach us there are accounts, whatever is set: without them the whole network could read and delete. */
function readAccounts(text, host, origin) {
  if (text !== 'on' && text !== 'off') throw new PlainError(`TRACKWAY_ACCOUNTS is "${text}"; it must be on or off.`);
  const known = origin === null ? host : new URL(origin).hostname.replace(/^\[|\]$/g, '');
  return text === 'on' || !isLoopback(host) || !isLoopback(known);
}

/** The receiver reads these itself; what is wrong with them is said before anything is started. */
function checkSyslog(host, from) {
  if (!isLoopback(host) && from === null) {
    throw new PlainError(
      `TRACKWAY_SYSLOG_HOST is "${host}", which others can reach, and syslog knows no tokens: say in TRACKWAY_SYSLOG_FROM who may send, such as 10.0.0.0/8,192.168.7.9.`,
    );
  }
  const wrong = (from ?? '127.0.0.1').split(',').find((entry) => !isAddressOrRange(entry.trim()));
  if (wrong === undefined) return;
  throw new PlainError(
    `TRACKWAY_SYSLOG_FROM has "${wrong.trim()}"; it lists addresses and ranges, such as 10.0.0.0/8,192.168.7.9.`,
  );
}

function isAddressOrRange(text) {
  const [address, bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

function readOrigin(text) {
  if (text === null || (/^https?:\/\//.test(text) && URL.canParse(text))) return text && new URL(text).origin;
  throw new PlainError(`TRACKWAY_ORIGIN is "${text}"; it looks like https://logs.example.com.`);
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
