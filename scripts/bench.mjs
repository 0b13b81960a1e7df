import { refuseOldNode } from './start/node-version.mjs';

refuseOldNode();
const { report } = await import('./plain-error.mjs');
try {
  const { installPackages } = await import('./start/install.mjs');
  await installPackages(console.log);
  const { runBench } = await import('../bench/bench.mjs');
  await runBench({ args: process.argv.slice(2), environment: process.env, say: console.log });
} catch (error) {
  report(error);
}
