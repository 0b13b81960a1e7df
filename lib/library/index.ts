export { type AuditBodies, fieldsToLookFor, type Ground } from './ground';
export { LIBRARY } from './library';
export { runnable } from './missing';
export type { ReadyHunt, ReadyStep } from './ready-hunt';
