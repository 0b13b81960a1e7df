import type { History } from '../history';
import type { Tally } from '../tally';

/** Service accounts that were made while we watched. Key: namespace, name. */
export const ACCOUNTS_MADE: Tally = {
  name: 'accounts-made',
  version: 1,
  types: ['audit'],
  where: [
    { field: 'resource', test: (resource) => resource === 'serviceaccounts' },
    { field: 'verb', test: (verb) => verb === 'create' || verb === 'patch' },
    { field: 'subresource', test: (subresource) => subresource === null },
  ],
  by: [{ field: 'namespace' }, { field: 'name' }],
  bucketSeconds: 3600,
};

/** The users of service accounts that were made while we watched: that these have no history says nothing. */
export function madeAccounts(history: History): ReadonlySet<string> {
  return new Set(
    history
      .tallied(ACCOUNTS_MADE)
      .rows.map(({ key: [namespace, name] }) => `system:serviceaccount:${namespace}:${name}`),
  );
}
