/**
 * Why a server cannot listen, in words for the person who started it.
 * @param {NodeJS.ErrnoException} error
 * @param {string} host
 * @param {number} port
 */
export function listenProblem(error, host, port) {
  if (error.code === 'EADDRINUSE') {
    return `port ${port} is in use by another program; stop it, or choose another port with PORT, for example PORT=${port + 1} npm start.`;
  }
  if (error.code === 'EACCES') return `port ${port} may not be used by this account; choose one above 1023 with PORT.`;
  return `it cannot listen on ${host} (${error.code ?? error.message}); HOST must be an address of this machine.`;
}
