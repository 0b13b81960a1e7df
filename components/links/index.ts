export { type ExploreView, exploreLink } from './explore-link';
