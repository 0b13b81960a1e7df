import { join } from 'node:path';
import { report } from '../plain-error.mjs';
import { BUILD } from '../project.mjs';
import { run } from '../run.mjs';
import { build } from './build.mjs';
import { takeDataFolder } from './data-folder.mjs';
import { openDatabase } from './database.mjs';
import { loadEnvironmentFile, readSettings } from './settings.mjs';

/**
 * Makes the columns of everything that is stored anew, out of the events. While Trackway runs it makes missing ones by
 * itself; this is for columns that are thought wrong.
 * @param {{ say: (message: string) => void }} options
 */
export async function rebuildColumns({ say }) {
  loadEnvironmentFile();
  const settings = readSettings(process.env);
  const release = await takeDataFolder(settings.dataFolder);
  try {
    const database = await openDatabase(settings, { say, onLost: report });
    try {
      await build(['client', 'reader'], { say });
      const env = { DATABASE_URL: database.url, TRACKWAY_DATA: settings.dataFolder, NODE_ENV: 'production' };
      await run(process.execPath, [join(BUILD, 'rebuild-columns.mjs')], { env, show: true });
    } finally {
      await database.stop();
    }
  } finally {
    await release();
  }
}
