export { FROM_INSIDE, TO_OUTSIDE } from './destinations';
export { request } from './example-request';
export type { Gaps } from './gaps';
export { fieldsToLookFor, type Ground } from './ground';
export { OF_PLATFORM, SYSTEM_NAMESPACES, WITH_OWN_WILL, WORKLOADS } from './identities';
export type { KeptRequests } from './kept-requests';
export { LIBRARY } from './library';
export { gapsOf, type Looking, runnable } from './looking';
export type { ExampleEvent, NextQuestion, ReadyHunt, ReadyStep, StepNeeds } from './ready-hunt';
