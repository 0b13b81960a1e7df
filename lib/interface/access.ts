import { z } from 'zod';

/** Each may do what those before it may. */
export const role = z.enum(['viewer', 'hunter', 'administrator']);
export type Role = z.infer<typeof role>;

/**
 * What a call or a page can need: `read` logs; `hunt`: save hunts, judge findings; `administer` sources, tokens and people;
 * `account`: one's own password and sessions.
 */
export const permission = z.enum(['read', 'hunt', 'administer', 'account']);
export type Permission = z.infer<typeof permission>;

/** Who asks, and what they may. */
export const accessAnswer = z.object({
  /** False: Trackway has no accounts, and whoever reaches it may do everything. */
  accounts: z.boolean(),
  person: z.object({ id: z.string(), name: z.string(), email: z.string(), role }).nullable(),
  may: z.array(permission),
});
export type Access = z.infer<typeof accessAnswer>;

const NAME_LENGTH_MAX = 100;
const PASSWORD_LENGTH_MAX = 200;

export const personName = z.string().trim().min(1).max(NAME_LENGTH_MAX);
export const personEmail = z.string().trim().toLowerCase().max(254).pipe(z.email());

export const signIn = z.object({ email: z.string().max(254), password: z.string().max(PASSWORD_LENGTH_MAX) });
export const signInAnswer = z.object({ signedIn: z.literal(true) });
export const signOutParameters = z.object({ everywhere: z.enum(['1', '0']).optional() });
export const doneAnswer = z.object({ done: z.literal(true) });

/** `name` and `email` are for the first administrator; whoever was invited has them. */
export const setup = z.object({
  token: z.string().max(100),
  password: z.string().max(PASSWORD_LENGTH_MAX),
  name: personName.optional(),
  email: personEmail.optional(),
});
export type Setup = z.output<typeof setup>;

export const passwordChange = z.object({
  current: z.string().max(PASSWORD_LENGTH_MAX),
  password: z.string().max(PASSWORD_LENGTH_MAX),
});

export const sessionsAnswer = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      /** The one that asks. */
      current: z.boolean(),
      createdAt: z.string(),
      lastSeenAt: z.string(),
      address: z.string().nullable(),
      userAgent: z.string().nullable(),
    }),
  ),
});
export type SessionsAnswer = z.infer<typeof sessionsAnswer>;
