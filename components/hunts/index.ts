export { HuntPage } from './hunt-page';
export { HuntTabs } from './hunt-tabs';
export { HuntsKeys } from './hunts-keys';
export { HuntsPage } from './hunts-page';
