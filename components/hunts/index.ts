export { HuntPage } from './hunt-page';
export { HuntsKeys } from './hunts-keys';
export { HuntsPage } from './hunts-page';
