import { refuseOldNode } from './start/node-version.mjs';

refuseOldNode();
const { report } = await import('./plain-error.mjs');
try {
  const { installPackages } = await import('./start/install.mjs');
  await installPackages(console.log);
  const { writeSample } = await import('./start/write-sample.mjs');
  await writeSample({ args: process.argv.slice(2), say: console.log });
} catch (error) {
  report(error);
}
