export { LIBRARY } from './library';
export type { ExampleEvent, NextQuestion, ReadyHunt, ReadyStep, SampleClaim, StepNeeds } from './ready-hunt';
