export { type AuditBodies, fieldsToLookFor, type Ground } from './ground';
export { LIBRARY } from './library';
export { missingOf, runnable } from './missing';
export type { ExampleEvent, NextQuestion, ReadyHunt, ReadyStep, StepNeeds } from './ready-hunt';
