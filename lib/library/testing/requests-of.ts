import type { KeptRequests } from '../kept-requests';

/** Requests of a log that keeps all of them, but for what is said. */
export function requestsOf(said: Partial<KeptRequests>): KeptRequests {
  return {
    ...{ verb: 'get', resource: 'pods', subresource: null },
    ...{ level: 'RequestResponse', stage: 'ResponseComplete', stages: null, ...said },
  };
}
