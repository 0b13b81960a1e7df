export { SHARED_FIELDS, type Values } from './actor-fields';
export { queryOfActors } from './query-of-actors';
export { type Story, type Told, tellStories } from './tell-stories';
export type { Witness } from './told-finding';
