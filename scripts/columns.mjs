import { refuseOldNode } from './start/node-version.mjs';

refuseOldNode();
const { report } = await import('./plain-error.mjs');
try {
  const { installPackages } = await import('./start/install.mjs');
  await installPackages(console.log);
  const { rebuildColumns } = await import('./start/rebuild-columns.mjs');
  await rebuildColumns({ say: console.log });
} catch (error) {
  report(error);
}
