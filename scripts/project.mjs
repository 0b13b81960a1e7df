import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, wherever the command was given. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

export const MIGRATIONS = join(ROOT, 'prisma', 'migrations');

/** What is made here and can be made again: the bundle of the reader, and notes of what was built from what. */
export const BUILD = join(ROOT, '.build');
