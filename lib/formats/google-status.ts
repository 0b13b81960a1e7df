/** google.rpc.Code: names and their HTTP statuses, by number (googleapis/googleapis, google/rpc/code.proto). */
const CODES: readonly (readonly [string, number])[] = [
  ['OK', 200],
  ['CANCELLED', 499],
  ['UNKNOWN', 500],
  ['INVALID_ARGUMENT', 400],
  ['DEADLINE_EXCEEDED', 504],
  ['NOT_FOUND', 404],
  ['ALREADY_EXISTS', 409],
  ['PERMISSION_DENIED', 403],
  ['RESOURCE_EXHAUSTED', 429],
  ['FAILED_PRECONDITION', 400],
  ['ABORTED', 409],
  ['OUT_OF_RANGE', 400],
  ['UNIMPLEMENTED', 501],
  ['INTERNAL', 500],
  ['UNAVAILABLE', 503],
  ['DATA_LOSS', 500],
  ['UNAUTHENTICATED', 401],
];

/** The HTTP status of a code; one that is an HTTP status already stays. Null for other numbers. */
export function statusOfCode(code: number): number | null {
  if (code >= 100 && code <= 599) return code;
  return CODES[code]?.[1] ?? null;
}

/** The name of a code that tells of a fault; null for success and for numbers without a name. */
export function reasonOfCode(code: number): string | null {
  return code === 0 ? null : (CODES[code]?.[0] ?? null);
}
