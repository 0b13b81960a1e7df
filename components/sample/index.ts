export { LoadSample } from './load-sample';
export { SampleGuide } from './sample-guide';
export { SampleOffer } from './sample-offer';
