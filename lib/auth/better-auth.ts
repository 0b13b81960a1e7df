import { randomBytes, randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { env } from '@/lib/env';
import { prisma } from '@/lib/store';
import { CLIENT_ADDRESS } from './client-address';
import { hashPassword, verifyPassword } from './password-hash';
import { singleSignOn } from './single-sign-on';

/** However much it is used a session is over after that; `session-person.ts` ends those that are not used. */
const SESSION_SECONDS = 7 * 24 * 60 * 60;

let instance: ReturnType<typeof make> | undefined;

/** better-auth, made at first use. Of its own routes only those of single sign-on are reachable; the rest is called from here. */
export async function betterAuthInstance(): Promise<ReturnType<typeof make>> {
  instance ??= make();
  return instance;
}

function make() {
  const { TRACKWAY_SECRET, TRACKWAY_OIDC_ROLE } = env();
  const origin = ownOrigin();
  return betterAuth({
    appName: 'Trackway',
    baseURL: origin,
    basePath: '/api/auth',
    secret: TRACKWAY_SECRET ?? randomBytes(32).toString('base64url'),
    database: prismaAdapter(prisma(), { provider: 'postgresql' }),
    telemetry: { enabled: false },
    logger: { disabled: true },
    trustedOrigins: [origin],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false, defaultValue: TRACKWAY_OIDC_ROLE },
      },
    },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    account: {
      // Whoever can make an account elsewhere with the e-mail address of a person here must not become that person.
      accountLinking: { enabled: false },
      storeStateStrategy: 'database',
    },
    advanced: {
      cookiePrefix: 'trackway',
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      // Also in tests, where they would be off.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
      database: { generateId: () => randomUUID() },
    },
    onAPIError: { errorURL: '/login' },
    plugins: singleSignOn(),
  });
}

/** The address under which a browser knows us. */
function ownOrigin(): string {
  const { TRACKWAY_ORIGIN, HOST, PORT } = env();
  return TRACKWAY_ORIGIN ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;
}
