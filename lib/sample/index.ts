export type { SampleFile } from './book';
export { type SampleOptions, sampleWeek } from './sample-week';
export type { StepTruth, Truth } from './truth';
