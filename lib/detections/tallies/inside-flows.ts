import { FROM_INSIDE, TO_INSIDE } from '../flow-ends';
import type { Tally } from '../tally';
import { TO_A_SERVICE } from './client-flows';
import { OUTCOME } from './flow-outcome';

/** Who within the cluster's networks opens connections to whom within, on which port, and whether it was let. */
export const INSIDE_FLOWS: Tally = {
  name: 'inside-flows',
  version: 1,
  types: ['network'],
  where: TO_A_SERVICE,
  by: [...FROM_INSIDE, ...TO_INSIDE, { field: 'dst_port' }, OUTCOME],
  bucketSeconds: 300,
};

/** Where the parts of its keys are. */
export const INSIDE = { source: 0, destination: 2, port: 4, outcome: 5 } as const;
