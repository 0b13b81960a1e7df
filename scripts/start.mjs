// Everything imported here runs before packages are installed: nothing but what comes with Node.
import { refuseOldNode } from './start/node-version.mjs';

refuseOldNode();
const { report } = await import('./plain-error.mjs');
try {
  const { installPackages } = await import('./start/install.mjs');
  await installPackages(console.log);
  const { start } = await import('./start/supervisor.mjs');
  await start({ dev: process.argv.includes('--dev') });
} catch (error) {
  report(error);
}
