export { accountOf, type Caller, clientGo, controllerOf, kubeletOf, schedulerOf } from './caller';
export { Cluster } from './cluster';
export { attackerAddresses, worldAddress } from './names';
export type { Node } from './node';
export type { Person } from './person';
export { makePod, type Pod } from './pod';
export type { Rollout } from './rollout';
export type { Role } from './workload';
