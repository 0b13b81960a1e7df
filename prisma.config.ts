import { defineConfig } from 'prisma/config';

/** For Prisma's own commands; Trackway applies the same migrations by itself at every start. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
