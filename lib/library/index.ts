export { FROM_INSIDE, TO_OUTSIDE } from './destinations';
export { request } from './example-request';
export { type AuditBodies, fieldsToLookFor, type Ground } from './ground';
export { OF_PLATFORM, SYSTEM_NAMESPACES, WITH_OWN_WILL, WORKLOADS } from './identities';
export { LIBRARY } from './library';
export { missingOf, runnable } from './missing';
export type { ExampleEvent, NextQuestion, ReadyHunt, ReadyStep, StepNeeds } from './ready-hunt';
