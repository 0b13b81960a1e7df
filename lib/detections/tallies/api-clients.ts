import { clientFamily } from '../client-family';
import { hasOwnWill, identityOf } from '../identity';
import type { Tally } from '../tally';

/** All kubelets together: only their addresses matter. */
export const NODES = 'system:node:*';
export const CLIENTS_BUCKET_SECONDS = 3600;

/** Which user came with which program from which address. Key: user or `NODES`, family of the program or empty, address. */
export const API_CLIENTS: Tally = {
  name: 'api-clients',
  version: 1,
  types: ['audit'],
  where: [
    {
      field: 'user',
      test: (user) => user !== null && (hasOwnWill(String(user)) || identityOf(String(user)) === 'node'),
    },
  ],
  by: [
    { field: 'user', as: (user) => (identityOf(String(user)) === 'node' ? NODES : String(user)) },
    { field: 'user_agent', as: (agent) => clientFamily(String(agent)), optional: true },
    { field: 'src_ip', as: (address) => String(address).toLowerCase(), optional: true },
  ],
  bucketSeconds: CLIENTS_BUCKET_SECONDS,
};
