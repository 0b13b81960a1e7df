export { SHARED_FIELDS, type Values } from './actor-fields';
export { type Told, tellStories } from './tell-stories';
export type { Witness } from './told-finding';
