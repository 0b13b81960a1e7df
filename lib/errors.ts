import type { ErrorAnswer } from '@/lib/interface';

type At = NonNullable<ErrorAnswer['error']['at']>;

/** An error with a message for a person and a code for a program. Knows nothing of HTTP: see `app/api/respond.ts`. */
export abstract class AppError extends Error {
  abstract readonly code: string;
  /** Where in a query's text; only of errors about one. */
  readonly at: At | undefined;

  constructor(message: string, options: { cause?: unknown; at?: At } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = new.target.name;
    this.at = options.at;
  }
}

/** What was asked for does not exist (any more). */
export class NotFound extends AppError {
  readonly code = 'not-found';
}

/** What was asked for cannot be understood; the message names the parameter. */
export class BadRequest extends AppError {
  readonly code = 'bad-request';
}

/** Right in itself, but not in the present state: a source that is still being read, say. */
export class Conflict extends AppError {
  readonly code = 'conflict';
}

/** More than is kept; the message says what, and how much may be. */
export class TooLarge extends AppError {
  readonly code = 'too-large';
}

/** The database gave up after the time that a question may take. */
export class TooSlow extends AppError {
  readonly code = 'too-slow';
}

/** The database cannot be reached or is not ready. */
export class Unavailable extends AppError {
  readonly code = 'unavailable';
}

/** Whoever asked went away; nobody reads the answer. */
export class Cancelled extends AppError {
  readonly code = 'cancelled';
}

/** The disk of the data folder is too full for what is asked. */
export class NoRoom extends AppError {
  readonly code = 'no-room';
}

/** Nobody is known to ask: sign in, or give a token. */
export class SignInNeeded extends AppError {
  readonly code = 'sign-in-needed';
}

/** Whoever asks may not do that. */
export class Forbidden extends AppError {
  readonly code = 'forbidden';
}

/** There are to be accounts and there is none yet: nothing but the setup answers. */
export class SetupNeeded extends AppError {
  readonly code = 'setup-needed';
}

/** Asked too often; the message says when to try again. */
export class TooMany extends AppError {
  readonly code = 'too-many';
}
