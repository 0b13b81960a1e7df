import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The path of a socket has room for 107 bytes on Linux and 103 on macOS (sockaddr_un). */
const PATH_BYTES_MAX = 100;

/**
 * Where the receiver process listens for the web process: in the data folder, or, where that is too deep down, in the folder
 * for temporary files under a name of its own.
 * @param {string} dataFolder
 */
export function receiverSocket(dataFolder) {
  const path = join(dataFolder, 'receiver.sock');
  if (Buffer.byteLength(path) <= PATH_BYTES_MAX) return path;
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  return join(tmpdir(), `trackway-${name}.sock`);
}
