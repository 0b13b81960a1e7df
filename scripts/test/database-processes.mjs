/** How many processes run database tests at a time, each with a database of its own; one that was given is for one. */
export const DATABASE_PROCESSES = process.env.TEST_DATABASE_URL ? 1 : 2;
