/** How far a path into the JSON of an original is followed; what lies beyond is not found. */
export const NESTED_LIMITS = {
  /** A longer record is not parsed; in characters. */
  recordLength: 16 * 1024 * 1024,
  /** Objects and lists in each other that are looked through for texts that are JSON themselves. */
  depth: 48,
  /** JSON in a text of JSON in a text … */
  texts: 4,
  /** Names in a path. */
  names: 32,
  /** Objects and lists looked at in one record for one clause. */
  steps: 200_000,
} as const;
