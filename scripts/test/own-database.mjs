/** Gives a test process the database that is its own: no two processes have the same number at the same time. */
const databases = JSON.parse(process.env.TEST_DATABASES ?? '[]');
process.env.DATABASE_URL = databases[(Number(process.env.VITEST_POOL_ID) - 1) % databases.length];
