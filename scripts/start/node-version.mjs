const OLDEST = [20, 19];

/** Ends the process with one sentence when this Node is too old for the packages. */
export function refuseOldNode(version = process.versions.node) {
  if (isNewEnough(version)) return;
  console.error(
    `Trackway needs Node ${OLDEST.join('.')} or newer, and this is ${version}. Get one at https://nodejs.org`,
  );
  process.exit(1);
}

/** @param {string} version such as 20.19.1 */
export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}
