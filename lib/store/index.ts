export { closeStore, pool, prisma } from './client';
export { countEvents } from './count-events';
export { readEvents } from './read-events';
export { readFacets } from './read-facets';
export { readSource, readSources } from './read-sources';
export { readTimeline } from './read-timeline';
