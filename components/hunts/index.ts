export { HuntPage } from './hunt-page';
export { HuntTabs } from './hunt-tabs';
export { HuntsPage } from './hunts-page';
