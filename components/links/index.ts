export { type ExploreView, exploreLink } from './explore-link';
export { ADDRESS_MAX, ALWAYS_IN_ADDRESS, isTooLong, linkedAddress } from './linked-address';
