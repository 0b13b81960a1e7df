import { resolve } from 'node:path';
import { z } from 'zod';
import { isLoopback } from './reach';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** An empty variable means "not set": shells and compose files write them so. */
const unsetWhenEmpty = (value: unknown) => (value === '' ? undefined : value);

const addresses = z
  .string()
  .transform((list) => list.split(',').map((entry) => entry.trim()))
  .pipe(
    z.array(
      z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
        error: 'must list addresses and ranges, such as 10.0.0.0/8, separated by commas',
      }),
    ),
  );

const variables = z.object({
  DATABASE_URL: z.preprocess(
    unsetWhenEmpty,
    z.string('DATABASE_URL is not set; start Trackway with "npm start", which sets it').regex(/^postgres(ql)?:\/\//, {
      error: 'DATABASE_URL must begin with postgresql://',
    }),
  ),
  TRACKWAY_DATA: z.preprocess(unsetWhenEmpty, z.string().default('.data').transform(toAbsolute)),
  HOST: z.preprocess(unsetWhenEmpty, z.string().default('127.0.0.1')),
  PORT: z.preprocess(unsetWhenEmpty, z.coerce.number().int().min(0).max(65_535).default(3000)),
  NODE_ENV: z.preprocess(unsetWhenEmpty, z.enum(['development', 'production', 'test']).default('production')),
  /** Mebibytes of memory that columns may take in the web process; not set = a quarter of the machine's. */
  TRACKWAY_MEMORY_MB: z.preprocess(unsetWhenEmpty, z.coerce.number().int().min(16).optional()),
  /** `on`: accounts also where only this machine can reach Trackway; elsewhere there are accounts in any case. */
  TRACKWAY_ACCOUNTS: z.preprocess(unsetWhenEmpty, z.enum(['on', 'off']).default('off')),
  /** The address at which people reach Trackway through a proxy. */
  TRACKWAY_ORIGIN: z.preprocess(
    unsetWhenEmpty,
    z
      .url({ protocol: /^https?$/ })
      .transform(toOrigin)
      .optional(),
  ),
  /** With what cookies are signed; `npm start` keeps one in the data folder. Not set = sessions end with the process. */
  TRACKWAY_SECRET: z.preprocess(unsetWhenEmpty, z.string().min(32).optional()),
  TRACKWAY_OIDC_ISSUER: z.preprocess(unsetWhenEmpty, z.url({ protocol: /^https?$/ }).optional()),
  TRACKWAY_OIDC_CLIENT_ID: z.preprocess(unsetWhenEmpty, z.string().optional()),
  TRACKWAY_OIDC_CLIENT_SECRET: z.preprocess(unsetWhenEmpty, z.string().optional()),
  TRACKWAY_OIDC_NAME: z.preprocess(unsetWhenEmpty, z.string().default('single sign-on')),
  /** What somebody may who signs in there for the first time. */
  TRACKWAY_OIDC_ROLE: z.preprocess(unsetWhenEmpty, z.enum(['viewer', 'hunter', 'administrator']).default('viewer')),
  /** Where the receiver process listens for the web process; the supervisor chooses it. */
  TRACKWAY_SOCKET: z.preprocess(unsetWhenEmpty, z.string().optional()),
  /** The port for syslog over TCP and UDP; not set = none. */
  TRACKWAY_SYSLOG_PORT: z.preprocess(unsetWhenEmpty, z.coerce.number().int().min(1).max(65_535).optional()),
  TRACKWAY_SYSLOG_HOST: z.preprocess(unsetWhenEmpty, z.string().default('127.0.0.1')),
  /** Who may send syslog; not set = whoever reaches the port, which must then be for this machine alone. */
  TRACKWAY_SYSLOG_FROM: z.preprocess(unsetWhenEmpty, addresses.optional()),
  LOG_LEVEL: z.preprocess(unsetWhenEmpty, z.enum(LOG_LEVELS).default('info')),
});

const environment = variables.refine(
  ({ TRACKWAY_SYSLOG_HOST, TRACKWAY_SYSLOG_FROM }) =>
    isLoopback(TRACKWAY_SYSLOG_HOST) || TRACKWAY_SYSLOG_FROM !== undefined,
  {
    path: ['TRACKWAY_SYSLOG_FROM'],
    error:
      'syslog knows no tokens; with TRACKWAY_SYSLOG_HOST, list the addresses that may send, such as 10.0.0.0/8,192.168.7.9',
  },
);

export type Environment = z.infer<typeof environment>;

let checked: Environment | undefined;

/**
 * The checked environment, read at the first call and kept.
 * A call and not a constant, so that a build, which has no database, can import whatever imports this.
 * Throws an Error that names each variable that is missing or wrong.
 */
export function env(): Environment {
  checked ??= readEnvironment(process.env);
  return checked;
}

/** Checks a set of variables; apart from `env` so that tests can pass their own. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const result = environment.safeParse(variables);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not usable. ${problems.join('; ')}`);
}

function toAbsolute(folder: string): string {
  return resolve(/* turbopackIgnore: true */ process.cwd(), folder);
}

function toOrigin(address: string): string {
  return new URL(address).origin;
}
