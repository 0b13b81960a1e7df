import type { Answer, Refusal } from './receiver';

/** Seconds after which a sender that was refused for want of room may try again. */
export const RETRY_SECONDS = 2;

/** The status of each refusal where a protocol has no wish of its own. */
export const REFUSAL_STATUS: Readonly<Record<Refusal, number>> = {
  busy: 429,
  down: 503,
  'too-large': 413,
  bad: 400,
  encoding: 415,
  'no-token': 401,
  'wrong-token': 401,
  gone: 410,
};

export function textAnswer(status: number, body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body };
}

export function jsonAnswer(status: number, body: unknown): Answer {
  return { status, type: 'application/json', body: JSON.stringify(body) };
}

/** A refusal in the shape of our own interface. */
export function plainRefusal(why: Refusal, message: string): Answer {
  return jsonAnswer(REFUSAL_STATUS[why], { error: { code: why, message } });
}
