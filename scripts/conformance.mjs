import { refuseOldNode } from './start/node-version.mjs';

refuseOldNode();
const { report } = await import('./plain-error.mjs');
try {
  const { installPackages } = await import('./start/install.mjs');
  await installPackages(console.log);
  const { runConformance } = await import('../conformance/conformance.mjs');
  await runConformance({ args: process.argv.slice(2), say: console.log });
} catch (error) {
  report(error);
}
