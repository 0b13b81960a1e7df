import { refuseOldNode } from './start/node-version.mjs';

refuseOldNode();
const { report } = await import('./plain-error.mjs');
try {
  const { installPackages } = await import('./start/install.mjs');
  await installPackages(console.log);
  const { runEverything } = await import('./test/everything.mjs');
  await runEverything();
} catch (error) {
  report(error);
  console.log('0 passed, 1 failed');
}
