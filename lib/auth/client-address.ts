/** Where a request came from, as `scripts/web.mjs` says; what a client sends under this name does not get here. */
export const CLIENT_ADDRESS = 'x-trackway-address';
