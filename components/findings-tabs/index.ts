export { FindingsTabs } from './findings-tabs';
