/** A source at which reading stopped so often without getting on is given up. */
export const ATTEMPTS_MAX = 5;
/** From this attempt on the name of each file is written down before it is read, to know at which one the reader dies. */
export const CAREFUL_FROM = 2;
/** So many files of a source may be passed over, since each takes a number of attempts; then the source is given up. */
export const GIVEN_UP_FILES_MAX = 3;

/** What the row of a file says at which the reader died in every attempt. */
export const GIVEN_UP = `the reader stopped ${ATTEMPTS_MAX} times while it read this file, which was given up; see the log of the reader process`;
