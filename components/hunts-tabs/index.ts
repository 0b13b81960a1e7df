export { HuntsTabs } from './hunts-tabs';
