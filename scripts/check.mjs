import { refuseOldNode } from './start/node-version.mjs';

refuseOldNode();
const { report } = await import('./plain-error.mjs');
try {
  const { installPackages } = await import('./start/install.mjs');
  await installPackages(console.log);
  const { runChecks } = await import('./check/checks.mjs');
  const { failed } = await runChecks(console.log);
  if (failed > 0) process.exitCode = 1;
} catch (error) {
  report(error);
}
