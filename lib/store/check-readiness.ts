import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Unavailable } from '@/lib/errors';
import { sql } from '@/lib/query';
import { readOnly, sqlState } from './read-only';

const UNDEFINED_TABLE = '42P01';

/** Throws `Unavailable` unless the database can be reached and has the schema of this version. */
export async function checkReadiness(signal?: AbortSignal): Promise<void> {
  const applied = new Set(await appliedMigrations(signal));
  const missing = (await ownMigrations()).filter((name) => !applied.has(name));
  if (missing.length > 0) {
    throw new Unavailable(`the database lacks the migration ${missing.join(', ')}; "npm start" applies it`);
  }
}

async function appliedMigrations(signal: AbortSignal | undefined): Promise<string[]> {
  try {
    const rows = await readOnly(
      (reader) =>
        reader.rows<{ migration_name: string }>(
          sql`SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
        ),
      signal,
    );
    return rows.map((row) => row.migration_name);
  } catch (error) {
    if (sqlState(error) === UNDEFINED_TABLE) return [];
    throw error;
  }
}

async function ownMigrations(): Promise<string[]> {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'prisma', 'migrations');
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
