export { type ExploreView, exploreLink } from './explore-link';
export { isTooLong, linkedAddress } from './linked-address';
export { useLeave } from './use-leave';
