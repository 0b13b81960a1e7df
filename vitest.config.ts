import { defineConfig } from 'vitest/config';
import { DATABASE_PROCESSES } from './scripts/test/database-processes.mjs';

/** `unit` needs nothing; `db` gets a real Postgres from its global setup; `start` starts what was built before. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    setupFiles: ['scripts/test/seed.mjs'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // They keep nothing between files, and loading everything anew for each takes longer than running them.
          isolate: false,
          include: ['{lib,components,app,scripts,conformance}/**/*.test.{ts,tsx,mjs}'],
          exclude: ['**/*.db.test.{ts,mjs}', '**/*.start.test.mjs'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['{lib,app,scripts}/**/*.db.test.{ts,mjs}'],
          globalSetup: ['scripts/test-database.mjs'],
          setupFiles: ['scripts/test/own-database.mjs'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: DATABASE_PROCESSES,
        },
      },
      {
        extends: true,
        test: {
          name: 'start',
          include: ['scripts/**/*.start.test.mjs'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
