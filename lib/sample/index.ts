export type { SampleFile } from './book';
export { type SampleOptions, sampleTruth, sampleWeek } from './sample-week';
export type { StepTruth, Truth } from './truth';
